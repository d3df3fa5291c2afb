/** All tasks in one table, by unit, and the list of what could not be placed. */

import { missesOf, reasonLine } from './details.js';
import { dataText, el } from './dom.js';
import { fileOfZone, page } from './page.js';
import { taskIcon } from './task_text.js';
import { dueText, labelOf, say } from './words.js';

export function taskLink(task) {
  return el('a', { href: `${fileOfZone(task.page)}#${encodeURIComponent(task.task_id)}` }, dataText(task.text, 'title'));
}

const COLUMNS = ['unit', 'category', 'due', 'status', 'placed'];

export function taskTable() {
  const pages = new Map(page.zones.map((zone) => [zone.id, zone.title]));
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('column_task')), COLUMNS.map((column) => el('th', { scope: 'col', class: `column-${column}` }, labelOf('columns', column))), el('th', { scope: 'col', class: 'column-page' }, say('column_page')))),
    el('tbody', {}, [...page.tasks.values()].map((task) => el(
      'tr',
      {},
      el('th', { scope: 'row' }, taskIcon(task, 18), taskLink(task)),
      el('td', { class: 'column-unit' }, dataText(task.unit ?? say('no_unit'))),
      el('td', { class: 'column-category' }, dataText(task.category)),
      el('td', { class: 'column-due' }, dueText(task)),
      el('td', { class: 'column-status' }, labelOf('status', task.status)),
      el('td', { class: 'column-placed' }, labelOf('placed', task.placed)),
      el('td', { class: 'column-page' }, el('a', { href: fileOfZone(task.page) }, dataText(pages.get(task.page) ?? task.page))),
    ))),
  );
}

/** Tasks that are not wholly on the map, with the reason and what would place them. */
export function unplacedList() {
  const waiting = [...page.tasks.values()].filter((task) => task.placed !== 'yes');
  return el('ul', { class: 'unplaced-list' }, waiting.map((task) => el(
    'li',
    {},
    taskIcon(task, 18),
    el(
      'div',
      {},
      taskLink(task),
      el('p', { class: 'meta' }, dataText(task.unit ?? say('no_unit')), el('span', {}, labelOf('placed', task.placed))),
      reasonLine(task),
      missesOf(task).map((miss) => el('p', { class: 'would-place' }, dataText(`${miss.name}：${labelOf('miss_reason', miss.reason)}`), dataText(miss.would_place))),
    ),
  )));
}
