/** The words about a task and its places that rows, details and popups share. */

import { isOverdue } from './deadlines.js';
import { dataText, el } from './dom.js';
import { page, sitesOfTask } from './page.js';
import { familyOf } from './style.js';
import { symbolIcon } from './symbols.js';
import { dueText, labelOf, say, uncertaintyText } from './words.js';

/**
 * @param {Task} task
 * @param {number} [size]
 */
export function taskIcon(task, size = 20) {
  const { shape, colour } = familyOf(task.family);
  return symbolIcon({ shape, colour, status: task.status, size, dotted: task.placed === 'no', late: isOverdue(task, page.day()) });
}

/**
 * @param {Site} site
 * @param {number} [size]
 */
export function siteIcon(site, size = 16) {
  return symbolIcon({ ...site.family, status: site.status, size, late: site.late });
}

/**
 * @param {string} text
 * @param {string} kind
 */
export function chip(text, kind) {
  return el('span', { class: `chip chip-${kind}` }, text);
}

/**
 * Category, deadline, status and counts in one line.
 * @param {Task} task
 */
export function metaLine(task) {
  const named = task.list_total === undefined ? null : say('named_of', { named: task.list_named ?? 0, total: task.list_total });
  return el(
    'span',
    { class: 'meta' },
    dataText(labelOf('category', task.category)),
    el('span', { class: task.due ? 'due' : 'no-due' }, dueText(task)),
    chip(labelOf('status', task.status), task.status),
    named ? el('span', {}, named) : null,
    task.placed === 'yes' ? null : chip(labelOf('placed', task.placed), 'where'),
  );
}

/**
 * "沿路 ±90 m": how well a place is known.
 * @param {Site} site
 */
export function precisionText(site) {
  return `${labelOf('precision', site.precision)} ${uncertaintyText(site.uncertainty_m)}`;
}

/**
 * Where the position comes from: the source in a few words and the datum in which it arrived.
 * @param {Site} site
 */
export function sourceText(site) {
  return `${site.source_name} · ${labelOf('columns', 'datum_in')} ${site.datum_in}`;
}

/**
 * Pairs of label and text; what has no text is left out.
 * @param {[string, Child][]} pairs
 */
export function definitionList(pairs) {
  return el(
    'dl',
    {},
    pairs.filter(([, text]) => text !== null && text !== undefined && text !== '').map(([term, text]) => [
      el('dt', {}, term),
      el('dd', {}, typeof text === 'string' ? dataText(text) : text),
    ]),
  );
}

/**
 * @param {Task} task
 * @param {Site} site
 */
export function placeRank(task, site) {
  const sites = sitesOfTask(task.task_id);
  return sites.length > 1 ? say('place_rank', { n: sites.length, i: sites.indexOf(site) + 1 }) : null;
}
