/** What is shown as a table for spreadsheets: one row a task with its places, in the reader's words. */

import { csvText } from './csv_text.js';
import { missesOf, quantityText } from './details.js';
import { boxOf, toLonLat } from './geometry.js';
import { page, sitesOfTask } from './page.js';
import { labelOf, say } from './words.js';

/**
 * Return the middle of a place, lon and lat.
 * @param {Site} given
 */
function middleOfPlace({ shape }) {
  const [x0, y0, x1, y1] = shape.circle || shape.dimension === 2 ? shape.box : boxOf([[shape.parts[0][Math.floor(shape.parts[0].length / 2)]]]);
  return toLonLat([(x0 + x1) / 2, (y0 + y1) / 2]).map((degrees) => Number(degrees.toFixed(5)));
}

/**
 * @param {string} name
 * @param {CellOf} [valueOf]
 * @returns {CsvColumn}
 */
const column = (name, valueOf = (task) => task[/** @type {keyof Task} */ (name)]) => [labelOf('columns', name), valueOf];
/**
 * @param {keyof Task} name
 * @param {string} [table]
 */
const coded = (name, table = name) => column(name, (task) => (task[name] ? labelOf(table, String(task[name])) : null));
/**
 * @param {keyof Task | keyof SiteData | 'lon' | 'lat'} name
 * @param {(site: Site) => unknown} valueOf
 * @returns {CsvColumn}
 */
const ofPlaces = (name, valueOf) => column(name, (_, sites) => (sites.length === 1 ? valueOf(sites[0]) : sites.map(valueOf).join('；')));

/** Labels and values of the columns; what several places have stands in the order of the places. */
const columns = () => /** @type {CsvColumn[]} */ ([
  column('task_id'), column('zone'), column('unit'), coded('category'), coded('status'), column('due'), column('due_alternative'),
  column('interval_start'), column('interval_end'), column('text'),
  column('quantities', (task) => task.quantities ?? quantityText(task)), column('list_named'), column('list_total'), column('hedge'), column('condition'),
  coded('placed'), coded('reason', 'task_reason'),
  ofPlaces('places', (site) => site.place), ofPlaces('precision', (site) => labelOf('precision', site.precision)), ofPlaces('uncertainty_m', (site) => site.uncertainty_m),
  ofPlaces('lon', (site) => middleOfPlace(site)[0]), ofPlaces('lat', (site) => middleOfPlace(site)[1]), ofPlaces('source', (site) => site.source),
  [say('lacking'), (task) => missesOf(task).map((miss) => miss.name).join('；')],
  column('report'), column('text_start'), column('text_end'),
]);

/** Return the shown tasks as CSV that Excel opens with its Chinese right. */
export function tasksAsCsv() {
  const shown = [...page.tasks.values()].filter((task) => page.shown.has(task.task_id));
  const all = columns();
  const rows = shown.map((task) => all.map(([, valueOf]) => valueOf(task, sitesOfTask(task.task_id))));
  return csvText([all.map(([label]) => label), ...rows]);
}
