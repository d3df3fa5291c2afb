/** Rows follow the filters: what does not pass leaves the list, groups say n of m, hits are marked. */

import { daysLate } from './deadlines.js';
import { el } from './dom.js';
import { clearButton } from './facet_bar.js';
import { hitLine, markHits } from './hits.js';
import { page } from './page.js';
import { fieldsOf } from './searching.js';
import { chip, taskIcon } from './task_text.js';
import { say } from './words.js';

/** Let the rows of a list follow; `word` says what to write where nothing passes. */
export function followFilters(list, word) {
  const rows = [...list.querySelectorAll('.task')].map((item) => ({ item, task: page.tasks.get(item.dataset.task) }));
  const groups = [...list.querySelectorAll('.group')].map((group) => ({ group, items: [...group.querySelectorAll('.task')], heading: group.querySelector('h3'), count: group.querySelector('h3 > span') }));
  const nothing = el(
    'div',
    { class: 'no-match', hidden: true },
    el('p', { class: 'no-match-title' }, say('no_match')),
    el('p', {}, say(word, { n: page.tasks.size })),
    clearButton(),
  );
  if (rows.length) list.prepend(nothing);
  let day = null;
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
    for (const note of list.querySelectorAll('.not-counted')) note.hidden = !groups.some(({ group }) => !group.hidden && note.compareDocumentPosition(group) & Node.DOCUMENT_POSITION_FOLLOWING);
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

function markRow(item, task, matcher) {
  item.querySelector('.row-hit')?.remove();
  if (markHits(item, matcher) || !matcher) return;
  const line = hitLine(fieldsOf(task), matcher);
  if (line) item.querySelector('.row-text').append(line);
}

/** Write how late a task is on a day, in its row and on its symbol. */
function tellLateness(item, task, day) {
  const days = daysLate(task, day);
  item.querySelector('.chip-overdue')?.remove();
  if (days) item.querySelector('.row .meta .due')?.after(chip(say('overdue_days', { n: days }), 'overdue'));
  item.querySelector('.row > .symbol').replaceWith(taskIcon(task));
}

/** Arrow keys go from row to row. */
export function moveWithArrows(list) {
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches('.row')) return;
    const rows = visibleRows(list);
    const next = rows[rows.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

export function visibleRows(list) {
  return [...list.querySelectorAll('.row')].filter((row) => row.offsetParent !== null);
}
