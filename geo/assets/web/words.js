/** Words of the interface, and numbers and days as text. */

/** @type {LabelTables} */
let tables = {};

/** @param {LabelTables} labels */
export function setLabels(labels) {
  tables = labels;
}

/**
 * Return the label of a value, or the value itself where no label is known.
 * @param {string} table
 * @param {string} key
 * @returns {string}
 */
export function labelOf(table, key) {
  return tables[table]?.[key] ?? String(key);
}

/**
 * Return an interface text with its {places} filled; "one|several" is chosen by {n}.
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 */
export function say(key, values = {}) {
  const [one, several = one] = labelOf('words', key).split('|');
  return (values.n === 1 ? one : several).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * 2020-08-01 to "2020 年 8 月报告".
 * @param {string} day
 */
export function reportDate(day) {
  const [year, month] = day.split('-').map(Number);
  return say('report_date', { year, month });
}

/**
 * 2020-10-31 to 2020.10, as deadlines are written in lists.
 * @param {string} day
 */
export function monthText(day) {
  return day.slice(0, 7).replace('-', '.');
}

/** @param {TaskRow} task */
export function dueText(task) {
  return task.due ? say('due_by', { month: monthText(task.due) }) : say('no_due');
}

/**
 * 150 to "150 m", 2000 to "2 km".
 * @param {number} metres
 */
export function lengthText(metres) {
  return metres >= 1000 ? `${Number((metres / 1000).toFixed(1))} km` : `${Math.round(metres)} m`;
}

/** @param {number} metres */
export function uncertaintyText(metres) {
  return `±${lengthText(metres)}`;
}

/**
 * Degrees to degrees and decimal minutes: 113°39.5'E.
 * @param {number} degrees
 * @param {[string, string]} position
 * @param {number} [decimals]
 */
export function degreesText(degrees, [positive, negative], decimals = 1) {
  const minutes = Number((Math.abs(degrees) * 60).toFixed(decimals));
  const whole = Math.floor(minutes / 60);
  const rest = (minutes - whole * 60).toFixed(decimals).replace(/\.0+$/, '').padStart(2, '0');
  return `${whole}°${rest}′${degrees < 0 ? negative : positive}`;
}
