/** All tasks in one table, and what could not be placed, folded by reason. */

import { missesOf, missingPlaces } from './details.js';
import { dataText, el } from './dom.js';
import { fileOfZone, page } from './page.js';
import { clearButton } from './facet_bar.js';
import { markHits } from './hits.js';
import { chip, taskIcon } from './task_text.js';
import { dueText, labelOf, say } from './words.js';

/** @param {Task} task */
export function taskLink(task) {
  return el('a', { href: `${fileOfZone(task.page)}#${encodeURIComponent(task.task_id)}` }, dataText(task.text, 'title'));
}

const COLUMNS = ['unit', 'category', 'due', 'status', 'placed'];

/** Return the table, and what makes it follow the filters. */
export function taskTable() {
  const pages = new Map(page.zones.map((zone) => [zone.id, zone.title]));
  const rows = [...page.tasks.values()].map((task) => ({ task, row: tableRow(task, pages) }));
  const nothing = el('tr', { class: 'no-match', hidden: true }, el('td', { colspan: COLUMNS.length + 2 }, say('no_match'), ' ', clearButton()));
  const update = () => {
    for (const { task, row } of rows) {
      row.hidden = !page.shown.has(task.task_id);
      if (!row.hidden) markHits(row, page.filters.state.matcher);
    }
    nothing.hidden = page.shown.size > 0 || !rows.length;
  };
  const table = el(
    'table',
    {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('column_task')), COLUMNS.map((column) => el('th', { scope: 'col', class: `column-${column}` }, labelOf('columns', column))), el('th', { scope: 'col', class: 'column-page' }, say('column_page')))),
    el('tbody', {}, rows.map(({ row }) => row), nothing),
  );
  return { table, update };
}

/**
 * @param {Task} task
 * @param {Map<string, string>} pages
 */
function tableRow(task, pages) {
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, taskIcon(task, 18), taskLink(task)),
    el('td', { class: 'column-unit' }, dataText(task.unit ?? say('no_unit'))),
    el('td', { class: 'column-category' }, dataText(labelOf('category', task.category))),
    el('td', { class: 'column-due' }, dataText(dueText(task))),
    el('td', { class: 'column-status' }, dataText(labelOf('status', task.status))),
    el('td', { class: 'column-placed' }, dataText(labelOf('placed', task.placed))),
    el('td', { class: 'column-page' }, el('a', { href: fileOfZone(task.page) }, dataText(pages.get(task.page) ?? task.page))),
  );
}

const PLACED_ORDER = ['no', 'zone', 'partly'];

/** Tasks that are not wholly on the map, folded by how far they got and why no further. */
export function unplacedList() {
  const groups = new Map();
  for (const placed of PLACED_ORDER) {
    for (const task of page.tasks.values()) {
      if (task.placed !== placed) continue;
      const key = `${placed} ${task.reason ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), task]);
    }
  }
  return el('div', { class: 'unplaced-list' }, [...groups.values()].map(unplacedGroup));
}

/** @param {Task[]} tasks */
function unplacedGroup(tasks) {
  const [{ placed, reason }] = tasks;
  return el(
    'details',
    {},
    el('summary', {}, chip(labelOf('placed', placed), 'where'), el('span', { class: 'group-reason' }, dataText(reason ? labelOf('task_reason', reason) : say('zone_level_hint'))), el('span', { class: 'count' }, say('items', { n: tasks.length }))),
    el('ul', {}, tasks.map((task) => el(
      'li',
      {},
      taskIcon(task, 18),
      el('div', {}, taskLink(task), el('p', { class: 'meta' }, dataText(task.unit ?? say('no_unit'))), missesOf(task).length ? missingPlaces(task) : null),
    ))),
  );
}
