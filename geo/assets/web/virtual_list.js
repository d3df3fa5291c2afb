/** A list of any length, of which only the rows in sight are in the page; arrows, Home, End and Enter go through it. */

import { el } from './dom.js';

/** Rows beyond the edges, so that none is missing while the list scrolls. */
const BEYOND = 6;

/**
 * Make a list of rows of one height.
 * @param {{ id: string, label: string, rowHeight: number, content: (at: number) => Child, isChosen: (at: number) => boolean, onChoose: (at: number) => void, onPoint: (at: number) => void }} given
 * @returns {VirtualList}
 */
export function makeVirtualList({ id, label, rowHeight, content, isChosen, onChoose, onPoint }) {
  const rows = el('div', { class: 'virtual-rows', role: 'presentation' });
  const element = el('div', { class: 'virtual-list', id, role: 'listbox', tabindex: 0, 'aria-label': label }, rows);
  let count = 0;
  let active = -1;

  /** @param {number} at */
  function rowOf(at) {
    const row = el('div', { class: 'feature-row', id: `${id}-${at}`, role: 'option', 'aria-selected': String(isChosen(at)), 'aria-setsize': count, 'aria-posinset': at + 1, click: () => choose(at), mouseenter: () => onPoint(at), mouseleave: () => onPoint(-1) }, content(at));
    row.style.top = `${at * rowHeight}px`;
    row.style.height = `${rowHeight}px`;
    row.classList.toggle('is-active', at === active);
    return row;
  }

  function draw() {
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - BEYOND);
    const last = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + BEYOND);
    rows.replaceChildren(...Array.from({ length: Math.max(0, last - first) }, (_, i) => rowOf(first + i)));
    if (active >= first && active < last) element.setAttribute('aria-activedescendant', `${id}-${active}`);
    else element.removeAttribute('aria-activedescendant');
  }

  /** @param {number} at */
  function choose(at) {
    active = at;
    onChoose(at);
  }

  /** @param {number} at */
  function reveal(at) {
    active = at;
    const top = at * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top + rowHeight - element.clientHeight;
    draw();
  }

  element.addEventListener('scroll', draw, { passive: true });
  element.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(element.clientHeight / rowHeight) - 1);
    const next = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1 }[event.key];
    if (event.key === 'Enter' && active >= 0) choose(active);
    else if (next !== undefined && count) reveal(Math.max(0, Math.min(count - 1, next)));
    else return;
    event.preventDefault();
  });
  new ResizeObserver(draw).observe(element);
  return {
    element,
    reveal,
    redraw: draw,
    /** Show so many rows, from the first one on. */
    show(rowCount) {
      count = rowCount;
      active = -1;
      rows.style.height = `${count * rowHeight}px`;
      element.scrollTop = 0;
      draw();
    },
  };
}
