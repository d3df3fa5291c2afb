/** On the phone the dock of deadlines lies in a menu of the panel, elsewhere below the map. */

import { choiceText } from './deadline_dock.js';
import { el } from './dom.js';
import { makeMenu } from './facet_menu.js';
import { onPhoneChange } from './fitting.js';
import { page } from './page.js';
import { say } from './words.js';

/**
 * Make the menu that takes in the dock whenever the screen is narrow.
 * @param {HTMLElement} dock
 */
export function makeDueMenu(dock) {
  const room = el('div', { class: 'dock-room' });
  const menu = makeMenu({ name: 'due', label: say('facet_due'), content: room });
  const update = () => {
    const { due } = page.filters.state;
    menu.tell(Array.isArray(due) ? due.map((month) => month.slice(2).replace('-', '.')).join('…') : choiceText(due), due !== 'all');
  };
  page.filters.listen(update);
  update();
  onPhoneChange((phone) => {
    if (phone) room.append(dock);
    else document.querySelector('.stage .map-footer')?.before(dock);
  });
  return menu;
}
