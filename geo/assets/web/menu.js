/** A button with a menu of things to do, as ARIA describes it: arrows, Home and End move, Escape closes. */

import { el, svgEl } from './dom.js';

/**
 * `entries` are {word, act}; the menu closes before an entry acts, and the focus goes back to the button.
 * @param {{ id: string, label: string, className: string, content: Child, entries: { word: string, act: () => unknown }[] }} given
 */
export function makeActionMenu({ id, label, className, content, entries }) {
  const items = entries.map(({ word, act }) => el('button', { type: 'button', role: 'menuitem', tabindex: -1, click: () => choose(act) }, word));
  const menu = el('div', { class: 'action-menu', id, role: 'menu', 'aria-label': label, hidden: true }, items);
  const button = el('button', { type: 'button', class: className, title: label, 'aria-label': label, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': id, click: () => set(Boolean(menu.hidden)) }, content);
  /**
   * @param {boolean} open
   * @param {number} [at]
   */
  function set(open, at = 0) {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) items.at(at)?.focus();
  }
  /** @param {() => unknown} act */
  function choose(act) {
    set(false);
    button.focus();
    act();
  }
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    set(true, event.key === 'ArrowDown' ? 0 : -1);
  });
  menu.addEventListener('keydown', (event) => {
    const at = items.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) items.at(next % items.length)?.focus();
    else if (event.key === 'Escape') {
      set(false);
      button.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const holder = el('div', { class: 'menu-holder' }, button, menu);
  /** @param {EventTarget | null} target */
  const leave = (target) => !menu.hidden && target instanceof Node && !holder.contains(target) && set(false);
  document.addEventListener('pointerdown', (event) => leave(event.target));
  holder.addEventListener('focusout', (event) => event.relatedTarget && leave(event.relatedTarget));
  return holder;
}

/** The sign of a menu by which a reader hands something on. */
export function linkIcon() {
  return svgEl('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svgEl('path', { d: 'M6.5 9.5a2.5 2.5 0 0 0 3.6 0l2.6-2.6a2.5 2.5 0 0 0-3.6-3.6l-.8.8M9.5 6.5a2.5 2.5 0 0 0-3.6 0L3.3 9.1a2.5 2.5 0 0 0 3.6 3.6l.8-.8', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4, 'stroke-linecap': 'round' }));
}
