/** All tasks in one table, and what could not be placed, folded by reason. */

import { missesOf, missingPlaces } from './details.js';
import { dataText, el } from './dom.js';
import { fileOfZone, page } from './page.js';
import { STATUSES, clearButton } from './facet_bar.js';
import { markHits } from './hits.js';
import { styleOf } from './style.js';
import { chip, taskIcon } from './task_text.js';
import { dueText, labelOf, say } from './words.js';

/**
 * Return where a task is opened: on its page.
 * @param {Task} task
 */
export const addressOfTask = (task) => `${fileOfZone(task.page)}#${encodeURIComponent(task.task_id)}`;

/** @param {Task} task */
export function taskLink(task) {
  return el('a', { href: addressOfTask(task) }, dataText(task.text, 'title'));
}

const COLUMNS = ['unit', 'category', 'due', 'status', 'placed'];
/** @type {Placed[]} */
const FROM_PLACED = ['yes', 'partly', 'zone', 'no'];
/** Nothing sorts behind everything, whichever way. */
const LAST = '\uffff';

/**
 * What each column sorts by; numbers go by size, texts as a dictionary has them.
 * @type {Record<string, (task: Task, order: number) => string | number>}
 */
const SORT_KEY = {
  task: (_, order) => order,
  unit: (task) => task.unit ?? LAST,
  category: (task) => styleOf.families.findIndex(({ key }) => key === task.family),
  due: (task) => task.due ?? LAST,
  status: (task) => STATUSES.indexOf(task.status),
  placed: (task) => FROM_PLACED.indexOf(task.placed),
  page: (task) => task.page,
};

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
  const body = el('tbody', {}, rows.map(({ row }) => row), nothing);
  const heads = makeHeads((column, sign) => {
    const sorted = [...rows.keys()].sort((a, b) => sign * compare(SORT_KEY[column](rows[a].task, a), SORT_KEY[column](rows[b].task, b), sign) || a - b);
    body.append(...sorted.map((at) => rows[at].row), nothing);
  });
  return { table: el('table', {}, el('thead', {}, el('tr', {}, heads)), body), update };
}

/**
 * Return how two values stand to each other, smaller than 0 where `a` comes first; nothing stays behind whatever the sign.
 * @param {string | number} a
 * @param {string | number} b
 * @param {number} sign
 */
function compare(a, b, sign) {
  if (a === b) return 0;
  if (a === LAST) return sign;
  if (b === LAST) return -sign;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}

/**
 * Make the heads of the columns; each sorts, and when it did already, the other way round.
 * @param {(column: string, sign: number) => void} sort
 */
function makeHeads(sort) {
  const words = { task: say('column_task'), ...Object.fromEntries(COLUMNS.map((column) => [column, labelOf('columns', column)])), page: say('column_page') };
  const heads = Object.entries(words).map(([column, word]) => {
    const head = el('th', { scope: 'col', class: `column-${column}` });
    head.append(el('button', { type: 'button', class: 'sort', click: () => choose(head, column) }, word));
    return head;
  });
  /**
   * @param {HTMLElement} chosen
   * @param {string} column
   */
  function choose(chosen, column) {
    const sign = chosen.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    for (const head of heads) head.removeAttribute('aria-sort');
    chosen.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
    sort(column, sign);
  }
  return heads;
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
