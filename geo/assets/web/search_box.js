/** The search box: one for all fields; "/" comes to it from anywhere. */

import { comesFrom, el, svgEl } from './dom.js';
import { say } from './words.js';

const TYPED_IN = 'input, textarea, select, [contenteditable]';

function magnifier() {
  return svgEl(
    'svg',
    { class: 'search-icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svgEl('circle', { cx: 7, cy: 7, r: 4.5, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }),
    svgEl('path', { d: 'M10.5 10.5 14 14', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round' }),
  );
}

/**
 * `onLeave` is called when the reader goes from the box to what was found: with Enter, or down.
 * @param {{ hint: string, onSearch: (query: string) => void, onLeave: (key: string) => void }} given
 */
export function makeSearchBox({ hint, onSearch, onLeave }) {
  const input = el('input', {
    type: 'search', class: 'search-input', 'aria-label': say('search'), placeholder: hint, autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search',
  });
  const found = el('span', { class: 'search-found', role: 'status' });
  const wipe = el('button', { type: 'button', class: 'search-clear', 'aria-label': say('search_clear'), hidden: true, click: () => { onSearch(''); input.focus(); } }, '×');
  const key = el('kbd', { 'aria-hidden': 'true' }, '/');
  input.addEventListener('input', () => onSearch(input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value) onSearch('');
    else if (event.key === 'Escape') input.blur();
    else if ((event.key === 'Enter' && !event.isComposing) || event.key === 'ArrowDown') onLeave(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || comesFrom(event, TYPED_IN)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  return {
    element: el('div', { class: 'search', role: 'search' }, magnifier(), input, found, wipe, key),
    /**
     * Say what is searched for, and how much was found where anything is left out.
     * @param {string} query
     * @param {number | null} count
     */
    tell(query, count) {
      if (input.value !== query) input.value = query;
      wipe.hidden = !query;
      key.hidden = Boolean(query);
      found.classList.toggle('off-screen', !query);
      found.textContent = count === null ? '' : count ? say('found_n', { n: count }) : say('found_none');
    },
  };
}
