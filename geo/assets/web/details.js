/** Everything that is known of one task, opened in its row. */

import { copyLinkButton } from './copy_link.js';
import { daysLate } from './deadlines.js';
import { dataText, el } from './dom.js';
import { page, sitesOfTask } from './page.js';
import { familyOf } from './style.js';
import { definitionList, precisionText, siteIcon, sourceText } from './task_text.js';
import { dueText, labelOf, say } from './words.js';

/** Columns that have a line or a place of their own elsewhere in a row. */
const SHOWN_ELSEWHERE = new Set([
  'page', 'family', 'task_id', 'zone', 'unit', 'category', 'status', 'due', 'due_alternative', 'interval_start', 'interval_end', 'text',
  'quantity', 'quantity_max', 'quantity_unit', 'quantity_of', 'quantities', 'hedge', 'condition', 'list_named', 'list_total',
  'places', 'placed', 'reason', 'report', 'text_start', 'text_end',
]);

/**
 * `onSite` is called with a place that the reader chose.
 * @param {Task} task
 * @param {{ onSite: (site: Site) => void }} given
 */
export function taskDetails(task, { onSite }) {
  return el(
    'div',
    { class: 'details' },
    definitionList([
      [labelOf('columns', 'unit'), task.unit ?? say('no_unit')],
      [labelOf('columns', 'category'), `${familyOf(task.family).label} · ${labelOf('category', task.category)}`],
      [labelOf('columns', 'due'), dueDetails(task)],
      [labelOf('columns', 'status'), labelOf('status', task.status)],
      [labelOf('columns', 'quantities'), task.quantities ?? quantityText(task)],
      [labelOf('columns', 'list_named'), task.list_total === undefined ? null : say('named_of_long', { named: task.list_named ?? 0, total: task.list_total })],
      [labelOf('columns', 'hedge'), task.hedge],
      [labelOf('columns', 'condition'), task.condition],
      ...Object.entries(task).filter(([column]) => !SHOWN_ELSEWHERE.has(column)).map(([column, value]) => /** @type {[string, string]} */ ([labelOf('columns', column), String(value)])),
    ]),
    placeList(task, onSite),
    missesOf(task).length ? missingPlaces(task) : null,
    reasonLine(task),
    el('blockquote', { class: 'quote' }, dataText(task.text)),
    page.readReport ? el('button', { type: 'button', class: 'read-in-report', click: page.readReport }, say('read_in_report')) : null,
    el('p', { class: 'origin' }, dataText(`${task.report} · ${task.text_start}–${task.text_end} · ${task.task_id}`)),
    el('p', { class: 'row-actions' }, copyLinkButton()),
  );
}

/** @param {Task} task */
function dueDetails(task) {
  const other = task.due_alternative ? say('due_or', { day: task.due_alternative }) : '';
  const span = spanText(task);
  const due = task.due ?? `${dueText(task)} / ${say('no_due_long')}`;
  const days = daysLate(task, page.day());
  return [due, other, span, days ? say('overdue_days', { n: days }) : ''].filter(Boolean).join(' · ');
}

/**
 * The rest of the interval that the words give, beside the last day.
 * @param {Task} given
 */
function spanText({ interval_start: from, interval_end: to, due }) {
  if (!from || !to) return '';
  return to === due ? say('due_from', { day: from }) : say('between', { from, to });
}

/** @param {Task} task */
export function quantityText(task) {
  if (task.quantity === undefined) return null;
  const ranges = task.quantity_max && task.quantity_max !== task.quantity;
  const count = ranges ? say('between', { from: task.quantity, to: task.quantity_max }) : task.quantity;
  return `${count} ${task.quantity_unit ?? ''}${task.quantity_of ?? ''}`;
}

/**
 * @param {Task} task
 * @param {(site: Site) => void} onSite
 */
function placeList(task, onSite) {
  const sites = sitesOfTask(task.task_id);
  if (!sites.length) return null;
  return el(
    'section',
    { class: 'places' },
    el('h4', {}, `${say('places')} ${sites.length}`),
    el('ul', {}, sites.map((site) => el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'place', click: () => onSite(site), mouseenter: () => page.selection.point([site.id]), mouseleave: () => page.selection.point([]) },
        siteIcon(site),
        dataText(site.place, 'place-name'),
        el('span', { class: 'place-precision' }, precisionText(site)),
      ),
      placeSource(site),
    ))),
  );
}

/**
 * The source in a few words; the whole of it unfolds.
 * @param {Site} site
 */
function placeSource(site) {
  const short = el('bdi', {}, sourceText(site));
  if (site.source === site.source_name) return el('p', { class: 'place-source' }, short);
  return el('details', { class: 'place-source' }, el('summary', {}, short), dataText(site.source));
}

/** @param {Task} task */
export function missesOf(task) {
  return page.misses.filter((miss) => miss.task_id === task.task_id);
}

/**
 * Each place that is not on the map: its name, what would place it, and why it is not there.
 * @param {Task} task
 */
export function missingPlaces(task) {
  return el('ul', { class: 'misses' }, missesOf(task).map((miss) => {
    const awaited = miss.reason !== 'outside';
    return el(
      'li',
      {},
      el('p', {}, awaited ? say('lacking') + say('colon') : null, dataText(miss.name, 'place-name'), miss.would_place ? [say('dash'), dataText(miss.would_place, 'would-place')] : null),
      awaited || !miss.would_place ? el('p', { class: 'why' }, missText(miss)) : null,
    );
  }));
}

/** @param {Miss} miss */
function missText(miss) {
  const why = miss.reason === 'no_coordinate' && miss.within ? say('missing_in', { zone: miss.within }) : labelOf('miss_reason', miss.reason);
  return miss.candidates ? `${why}${say('comma')}${labelOf('columns', 'candidates')} ${miss.candidates}` : why;
}

/**
 * Why a task is not on the map, or not wholly.
 * @param {Task} task
 */
export function reasonLine(task) {
  if (task.placed === 'yes' || !task.reason) return null;
  return el('p', { class: 'reason' }, say('reason') + say('colon'), dataText(labelOf('task_reason', task.reason)));
}
