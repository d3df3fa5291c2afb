/** Rows follow the filters: what does not pass leaves the list, groups say n of m, hits are marked. */

import { daysLate } from './deadlines.js';
import { allParts, el, partOf } from './dom.js';
import { clearButton } from './facet_bar.js';
import { hitLine, markHits } from './hits.js';
import { page, taskOf } from './page.js';
import { fieldsOf } from './searching.js';
import { chip, taskIcon } from './task_text.js';
import { say } from './words.js';

/**
 * Let the rows of a list follow; `word` says what to write where nothing passes.
 * @param {HTMLElement} list
 * @param {string} word
 */
export function followFilters(list, word) {
  const rows = allParts(list, '.task').map((item) => ({ item, task: taskOf(item.dataset.task) }));
  const groups = allParts(list, '.group').map((group) => ({ group, items: allParts(group, '.task'), heading: partOf(group, 'h3'), count: partOf(group, 'h3 > span') }));
  const nothing = el(
    'div',
    { class: 'no-match', hidden: true },
    el('p', { class: 'no-match-title' }, say('no_match')),
    el('p', {}, say(word, { n: page.tasks.size })),
    clearButton(),
  );
  if (rows.length) list.prepend(nothing);
  let day = '';
  const update = () => {
    const { matcher } = page.filters.state;
    if (day !== page.day()) {
      day = page.day();
      rows.forEach(({ item, task }) => tellLateness(item, task, day));
    }
    for (const { item, task } of rows) {
      item.hidden = !page.shown.has(task.task_id);
      if (!item.hidden) markRow(item, task, matcher);
    }
    for (const { group, items, heading, count } of groups) {
      const shown = items.filter((item) => !item.hidden).length;
      group.hidden = shown === 0;
      count.textContent = shown === items.length ? say('items', { n: shown }) : say('n_of_m', { n: shown, total: items.length });
      markHits(heading, matcher);
    }
    nothing.hidden = rows.some(({ item }) => !item.hidden);
    for (const note of allParts(list, '.not-counted')) note.hidden = !groups.some(({ group }) => !group.hidden && note.compareDocumentPosition(group) & Node.DOCUMENT_POSITION_FOLLOWING);
  };
  page.filters.listen(update);
  // Details are made when a row opens, so their hits are marked then.
  page.selection.listen(({ task }, { what }) => {
    const { matcher } = page.filters.state;
    if (what !== 'choice' || !matcher) return;
    for (const { item } of rows.filter((row) => row.task.task_id === task)) markHits(item, matcher);
  });
  update();
}

/**
 * @param {HTMLElement} item
 * @param {Task} task
 * @param {Matcher | null} matcher
 */
function markRow(item, task, matcher) {
  item.querySelector('.row-hit')?.remove();
  if (markHits(item, matcher) || !matcher) return;
  const line = hitLine(fieldsOf(task), matcher);
  if (line) partOf(item, '.row-text').append(line);
}

/**
 * Write how late a task is on a day, in its row and on its symbol.
 * @param {HTMLElement} item
 * @param {Task} task
 * @param {string} day
 */
function tellLateness(item, task, day) {
  const days = daysLate(task, day);
  item.querySelector('.chip-overdue')?.remove();
  if (days) item.querySelector('.row .meta .due')?.after(chip(say('overdue_days', { n: days }), 'overdue'));
  partOf(item, '.row > .symbol').replaceWith(taskIcon(task));
}

/**
 * Arrow keys go from row to row.
 * @param {HTMLElement} list
 */
export function moveWithArrows(list) {
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const rows = visibleRows(list);
    const at = rows.findIndex((row) => row === event.target);
    if (!step || at < 0) return;
    const next = rows[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** @param {HTMLElement} list */
export function visibleRows(list) {
  return allParts(list, '.row').filter((row) => row.offsetParent !== null);
}
