/** The panel as a sheet on the phone: three heights, changed by its handle. */

import { el } from './dom.js';
import { say } from './words.js';

const STOPS = ['low', 'half', 'full'];

/**
 * Put a handle on a panel; `onChange` is called when its height has changed.
 * @param {HTMLElement} panel
 * @param {() => void} onChange
 */
export function makeSheet(panel, onChange) {
  /** @param {string} stop */
  const set = (stop) => { panel.dataset.stop = stop; };
  panel.addEventListener('transitionend', (event) => event.target === panel && onChange());
  const next = () => STOPS[(STOPS.indexOf(panel.dataset.stop ?? '') + 1) % STOPS.length];
  const handle = el('button', { type: 'button', class: 'sheet-handle', 'aria-label': say('panel_toggle'), click: () => set(next()) }, el('span', {}));
  /** @type {number | null} */
  let from = null;
  handle.addEventListener('pointerdown', (event) => { from = event.clientY; });
  handle.addEventListener('pointerup', (event) => {
    const moved = from === null ? 0 : event.clientY - from;
    from = null;
    if (Math.abs(moved) < 24) return;
    const at = STOPS.indexOf(panel.dataset.stop ?? '') + (moved < 0 ? 1 : -1);
    set(STOPS[Math.max(0, Math.min(STOPS.length - 1, at))]);
    handle.addEventListener('click', (click) => click.stopImmediatePropagation(), { once: true, capture: true });
  });
  panel.dataset.stop = 'half';
  panel.prepend(handle);
  return { set };
}
