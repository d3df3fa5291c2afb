/** Sums over all tasks: where they went, by unit, by family, by the month of their deadline. */

import { monthOf } from './deadlines.js';
import { dataText, el } from './dom.js';
import { page } from './page.js';
import { familyOf, styleOf } from './style.js';
import { symbolIcon } from './symbols.js';
import { monthText, say } from './words.js';

/** Sorts behind every month. */
const UNDATED = '~';

/** @type {LedgerPart[]} */
export const PARTS = ['located', 'zone_level', 'unplaced'];
/** @type {Record<Placed, LedgerPart>} */
const PART_OF = { yes: 'located', partly: 'located', zone: 'zone_level', no: 'unplaced' };

/**
 * Count tasks by where they went.
 * @param {Task[]} tasks
 * @returns {Ledger}
 */
export function ledgerOf(tasks) {
  const ledger = { tasks: tasks.length, located: 0, zone_level: 0, unplaced: 0 };
  for (const task of tasks) ledger[PART_OF[task.placed]] += 1;
  return ledger;
}

/**
 * Return a bar of three parts; `most` is the number that fills its whole width.
 * @param {Ledger} ledger
 * @param {number} [most]
 */
export function ledgerBar(ledger, most = ledger.tasks) {
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, PARTS.filter((part) => ledger[part]).map((part) => {
    const piece = el('span', { class: `bar-${part}` });
    piece.style.flexGrow = String(ledger[part]);
    return piece;
  }));
  bar.style.width = `${(100 * ledger.tasks) / (most || 1)}%`;
  return bar;
}

/** @param {Ledger} ledger */
export function ledgerKey(ledger) {
  return el('ul', { class: 'ledger-key' }, PARTS.map((part) => el('li', {}, el('span', { class: `swatch bar-${part}`, 'aria-hidden': 'true' }), `${say(part)} ${ledger[part]}`)));
}

/**
 * @param {Task[]} tasks
 * @param {(task: Task) => string} keyOf
 */
function groupBy(tasks, keyOf) {
  const groups = new Map();
  for (const task of tasks) groups.set(keyOf(task), [...(groups.get(keyOf(task)) ?? []), task]);
  return groups;
}

/**
 * @param {string} title
 * @param {string} note
 * @param {Child} rows
 */
function chart(title, note, rows) {
  return el('section', { class: 'chart' }, el('h3', {}, title, el('span', {}, note)), el('ul', {}, rows));
}

/** Return the three charts of the index page; tasks without a deadline stand last among the months. */
export function totalCharts() {
  const tasks = [...page.tasks.values()];
  const units = groupBy(tasks, (task) => task.unit ?? say('no_unit'));
  const families = groupBy(tasks, (task) => task.family);
  const months = groupBy(tasks, (task) => (task.due ? monthOf(task.due) : UNDATED));
  const categories = new Set(tasks.map((task) => task.category)).size;
  /** @param {Map<string, Task[]>} groups */
  const mostOf = (groups) => Math.max(...[...groups.values()].map((group) => group.length));
  return [
    chart(say('by_unit'), say('deep_is_located'), [...units].map(([unit, group]) => el(
      'li',
      {},
      dataText(unit, 'chart-label'),
      el('span', { class: 'chart-track' }, ledgerBar(ledgerOf(group), mostOf(units))),
      el('span', { class: 'count' }, group.length),
    ))),
    chart(say('by_family'), say('family_line', { families: families.size, categories }), styleOf.families.filter(({ key }) => families.has(key)).map(({ key }) => {
      const { label, colour, shape } = familyOf(key);
      const count = families.get(key).length;
      const fill = el('span', { class: 'bar-plain' });
      fill.style.width = `${(100 * count) / mostOf(families)}%`;
      fill.style.background = colour;
      return el('li', {}, el('span', { class: 'chart-label' }, symbolIcon({ shape, colour, status: 'done', size: 18 }), label), el('span', { class: 'chart-track' }, fill), el('span', { class: 'count' }, count));
    })),
    chart(say('by_month'), say('deep_is_located'), [...months].sort(([one], [other]) => (one < other ? -1 : 1)).map(([month, group]) => el(
      'li',
      {},
      el('span', { class: 'chart-label' }, month === UNDATED ? say('no_due') : monthText(month)),
      el('span', { class: 'chart-track' }, ledgerBar(ledgerOf(group), mostOf(months))),
      el('span', { class: 'count' }, group.length),
    ))),
  ];
}
