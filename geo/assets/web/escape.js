/** Escape takes back the last thing: the popup, then the choice, then the filters. */

import { page } from './page.js';

export function clearOnEscape() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const { task, site } = page.selection.state;
    if (task !== null && site !== null) page.selection.choose(task, { from: 'keyboard' });
    else if (task !== null || site !== null) page.selection.clear({ from: 'keyboard' });
    else if (page.filters.isActive()) page.filters.clear();
  });
}
