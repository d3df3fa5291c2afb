/** A button that unfolds what can be chosen. */

import { el } from './dom.js';
import { isPhone } from './fitting.js';

/**
 * A button with a menu below it; Escape, or going elsewhere, closes it. On the phone the sheet makes room for it.
 * @param {{ name: string, label: string, content: Child }} given
 */
export function makeMenu({ name, label, content }) {
  const chosen = el('bdi', { class: 'facet-chosen' });
  const button = el('button', { type: 'button', class: `facet facet-${name}`, 'aria-expanded': 'false', 'aria-controls': `menu-${name}`, click: () => set(Boolean(menu.hidden)) }, el('span', {}, label), chosen);
  const menu = el('div', { class: `facet-menu menu-${name}`, id: `menu-${name}`, role: 'group', 'aria-label': label, hidden: true }, content);
  /** @param {boolean} open */
  function set(open) {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open && isPhone()) button.closest('.panel')?.setAttribute('data-stop', 'full');
  }
  /** @param {EventTarget | null} target */
  const isWithin = (target) => target instanceof Node && (menu.contains(target) || button.contains(target));
  document.addEventListener('pointerdown', (event) => !menu.hidden && !isWithin(event.target) && set(false));
  for (const part of /** @type {HTMLElement[]} */ ([menu, button])) {
    part.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || menu.hidden) return;
      set(false);
      button.focus();
      event.stopPropagation();
    });
    part.addEventListener('focusout', (event) => event.relatedTarget && !isWithin(event.relatedTarget) && set(false));
  }
  return {
    button,
    menu,
    /**
     * Say on the button what is chosen.
     * @param {string} text
     * @param {boolean} isChosen
     */
    tell(text, isChosen) {
      chosen.textContent = text;
      button.classList.toggle('is-chosen', isChosen);
    },
  };
}
