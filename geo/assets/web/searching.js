/** What a search looks at: every field of a task, with the words that a reader sees for it. */

import { isOverdue } from './deadlines.js';
import { readingsOfQuery } from './matching.js';
import { allSitesOfTask, page } from './page.js';
import { familyOf } from './style.js';
import { dueText, labelOf, say } from './words.js';

const NOT_SEARCHED = new Set(['page', 'family', 'report', 'text_start', 'text_end']);
/** @type {Record<string, string>} */
const TABLE_OF = { status: 'status', placed: 'placed', reason: 'task_reason' };
const foldedTexts = new Map();

/**
 * Return label and text of everything that is known of a task.
 * @param {TaskRow} task
 * @returns {{ label: string, text: string }[]}
 */
export function fieldsOf(task) {
  /**
   * @param {string} column
   * @param {string} text
   */
  const field = (column, text) => ({ label: labelOf('columns', column), text });
  const sites = allSitesOfTask(task.task_id);
  const misses = page.misses.filter((miss) => miss.task_id === task.task_id);
  return [
    ...Object.entries(task).filter(([column]) => !NOT_SEARCHED.has(column))
      .map(([column, value]) => field(column, TABLE_OF[column] ? labelOf(TABLE_OF[column], value) : String(value))),
    field('category', familyOf(task.family).label ?? ''),
    field('category', labelOf('category', task.category)),
    field('due', dueText(task)),
    ...(isOverdue(task, page.day()) ? [field('status', say('overdue'))] : []),
    ...(task.unit ? [] : [field('unit', say('no_unit'))]),
    ...sites.flatMap((site) => [field('places', site.place), field('precision', labelOf('precision', site.precision)), field('kind', labelOf('kind', site.kind))]),
    ...misses.flatMap((miss) => [field('places', miss.name), field('would_place', miss.would_place ?? '')]),
  ];
}

/**
 * Return the matcher that a query means here, or null for an empty one.
 * @param {string} query
 * @returns {Matcher | null}
 */
export function matcherOf(query) {
  const ways = readingsOfQuery(query, page.syllablesOf, foldedTexts);
  if (!ways.length) return null;
  const texts = [...page.tasks.values()].map((task) => fieldsOf(task).map(({ text }) => text));
  return ways.find((way) => texts.some((each) => way.holds(each))) ?? ways[ways.length - 1];
}
