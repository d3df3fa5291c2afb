/** What is shown as GeoJSON (RFC 7946): the columns of the layers, and the words for their codes. */

import { geometryOf } from './geometry_export.js';
import { page, sitesOfTask } from './page.js';
import { labelOf } from './words.js';

/** Columns of the layers of tasks, in their order. */
const EXPORTED_COLUMNS = [
  'id', 'task_id', 'place_id', 'place', 'kind', 'zone', 'unit', 'category', 'status', 'due', 'interval_start', 'interval_end', 'text',
  'quantity', 'quantity_max', 'quantity_unit', 'quantity_of', 'quantities', 'hedge', 'condition', 'due_alternative', 'list_named', 'list_total',
  'precision', 'uncertainty_m', 'datum_in', 'source', 'placed', 'reason', 'report', 'text_start', 'text_end',
];
/** Columns that hold codes, and the table of labels of each. */
const CODES = { kind: 'kind', status: 'status', precision: 'precision', placed: 'placed', reason: 'task_reason' };

/** @param {Record<string, unknown>} row */
function propertiesOf(row) {
  const codes = Object.entries(CODES).map(([column, table]) => [`${column}_label`, row[column] ? labelOf(table, String(row[column])) : null]);
  return Object.fromEntries([...EXPORTED_COLUMNS.map((column) => [column, row[column] ?? null]), ...codes]);
}

/**
 * One feature a place of a task; a task without a place is one feature without a geometry.
 * @param {Task} task
 */
function featuresOf(task) {
  const places = sitesOfTask(task.task_id).flatMap((site) => site.tasks
    .filter((entry) => entry.task_id === task.task_id)
    .map((entry) => ({ row: { ...task, ...site, ...entry }, geometry: geometryOf(site.geometry) })));
  const rows = places.length ? places : [{ row: { ...task, id: task.task_id }, geometry: null }];
  return rows.map(({ row, geometry }) => ({ type: 'Feature', id: row.id, properties: propertiesOf(row), geometry }));
}

/**
 * Return the shown tasks as the text of a feature collection, one feature a line.
 * @param {string} title
 */
export function tasksAsGeoJson(title) {
  const shown = [...page.tasks.values()].filter((task) => page.shown.has(task.task_id));
  const lines = shown.flatMap(featuresOf).map((feature) => JSON.stringify(feature));
  return `{\n"type": "FeatureCollection",\n"name": ${JSON.stringify(title)},\n"features": [\n${lines.join(',\n')}\n]\n}\n`;
}
