/** Which features are shown, which one is chosen: list, map, facets and legend listen to it. */

import { NOTHING } from './feature_table.js';

/** @type {FeatureState} */
export const features = {
  table: /** @type {any} */ (null),
  query: '',
  found: null,
  marker: null,
  chosen: new Map(),
  ranges: new Map(),
  order: new Uint32Array(0),
  shown: new Uint8Array(0),
  failures: new Uint8Array(0),
  blamed: new Uint8Array(0),
  selected: -1,
  hovered: -1,
};

/** @type {((change: FeatureChange) => void)[]} */
const listeners = [];

/** @param {(change: FeatureChange) => void} listener */
export const listen = (listener) => listeners.push(listener);

/** @param {FeatureChange} change */
const tell = (change) => listeners.forEach((act) => act(change));

/** Blamed where only the search leaves a row out. */
const SEARCH = 255;

/**
 * Return for each facet that is in use which codes pass.
 * @returns {{ index: number, allowed: Uint8Array }[]}
 */
function tests() {
  const { table, chosen, ranges } = features;
  const uses = [...chosen].filter(([, codes]) => codes.size).map(([index, codes]) => {
    const allowed = new Uint8Array(table.columns[index].ends.length);
    for (const code of codes) allowed[code] = 1;
    return { index, allowed };
  });
  for (const [index, [from, to]] of ranges) {
    const allowed = new Uint8Array(table.columns[index].ends.length);
    allowed.fill(1, from, to + 1);
    uses.push({ index, allowed });
  }
  return uses;
}

/** Hold every row against search and facets; what fails one alone still counts in that facet. */
export function applyFilters() {
  const { table: { rows, columns }, found } = features;
  const failures = new Uint8Array(rows);
  const blamed = new Uint8Array(rows);
  if (found) {
    for (let row = 0; row < rows; row += 1) {
      if (found[row]) continue;
      failures[row] = 1;
      blamed[row] = SEARCH;
    }
  }
  for (const { index, allowed } of tests()) {
    const { codes } = columns[index];
    for (let row = 0; row < rows; row += 1) {
      if (allowed[codes[row]]) continue;
      failures[row] += 1;
      blamed[row] = index;
    }
  }
  const order = new Uint32Array(rows);
  const shown = new Uint8Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    if (failures[row]) continue;
    shown[row] = 1;
    order[count] = row;
    count += 1;
  }
  Object.assign(features, { failures, blamed, shown, order: order.slice(0, count) });
  if (features.selected >= 0 && !shown[features.selected]) features.selected = -1;
  tell({ what: 'filter' });
}

/**
 * Count rows by code of a column, as many as choosing it would give: its own choice does not count.
 * @param {number} index
 */
export function countsOf(index) {
  const { table: { rows, columns }, failures, blamed } = features;
  const { codes, ends } = columns[index];
  const counts = new Uint32Array(ends.length);
  for (let row = 0; row < rows; row += 1) {
    if (failures[row] === 0 || (failures[row] === 1 && blamed[row] === index)) counts[codes[row]] += 1;
  }
  return counts;
}

/** How many of the shown rows have no place on the map. */
export function countPlaceless() {
  const { table: { dimensions }, order } = features;
  let count = 0;
  for (const row of order) count += Number(dimensions[row] === NOTHING);
  return count;
}

export const isFiltered = () => features.query.trim() !== '' || features.ranges.size > 0 || [...features.chosen.values()].some((codes) => codes.size > 0);

/**
 * Choose or leave some codes of a column together.
 * @param {number} index
 * @param {number[]} codes
 */
export function toggleCodes(index, codes) {
  const next = new Set(features.chosen.get(index));
  const leaves = codes.every((code) => next.has(code));
  for (const code of codes) next[leaves ? 'delete' : 'add'](code);
  features.chosen.set(index, next);
  applyFilters();
}

/**
 * Take a range of codes of a column of numbers or days, or null for all of it.
 * @param {number} index
 * @param {Pair | null} range
 */
export function setRange(index, range) {
  if (range) features.ranges.set(index, range);
  else features.ranges.delete(index);
  applyFilters();
}

/**
 * Put in what a search found.
 * @param {Pick<FeatureState, 'query' | 'found' | 'marker'>} search
 */
export function setSearch(search) {
  Object.assign(features, search);
  applyFilters();
}

export function clearFilters() {
  features.chosen.clear();
  features.ranges.clear();
  setSearch({ query: '', found: null, marker: null });
}

/**
 * Choose a row, or none with -1; `from` says where.
 * @param {number} row
 * @param {FeatureOrigin} from
 */
export function chooseRow(row, from) {
  if (row === features.selected) return;
  features.selected = row;
  tell({ what: 'choice', from });
}

/** @param {number} row */
export function pointAtRow(row) {
  if (row === features.hovered) return;
  features.hovered = row;
  tell({ what: 'hover' });
}
