/** Tabs that work with the keyboard: arrows, Home and End move between them. */

import { el } from './dom.js';

/**
 * `tabs` are {id, label, count, panel, onOpen}; the first is open.
 * @param {Tab[]} tabs
 * @param {string} label
 * @returns {Tabs}
 */
export function makeTabs(tabs, label) {
  const buttons = tabs.map(({ id, label: text, count }) => el(
    'button',
    { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}`, click: () => open(id) },
    text,
    count === undefined ? null : el('span', { class: 'count' }, count),
  ));
  const panels = tabs.map(({ id, panel }) => el('div', { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` }, panel));
  /** @param {string} wanted */
  function open(wanted) {
    tabs.forEach(({ id }, i) => {
      buttons[i].setAttribute('aria-selected', String(id === wanted));
      buttons[i].tabIndex = id === wanted ? 0 : -1;
      panels[i].hidden = id !== wanted;
    });
    tabs.find(({ id }) => id === wanted)?.onOpen?.();
  }
  const list = el('div', { role: 'tablist', 'aria-label': label, class: 'tabs' }, buttons);
  list.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    const target = (next + buttons.length) % buttons.length;
    open(tabs[target].id);
    buttons[target].focus();
  });
  open(tabs[0].id);
  return { list, panels, open, isOpen: (id) => tabs.some((tab, i) => tab.id === id && !panels[i].hidden) };
}
