/** Which feature lies under the pointer: every shown one is held against it, half a millisecond for fifty thousand. */

import { distanceToLine, isInside } from './geometry.js';
import { features } from './feature_state.js';

/**
 * Return the nearest shown row within reach of a layer point, points before lines before areas, or -1.
 * @param {View} view
 * @param {Pair} at
 * @param {number} tolerance
 */
export function rowAt({ scale, origin }, at, tolerance) {
  const { table, order } = features;
  const { boxes, dimensions } = table;
  const [x, y] = [(at[0] + origin[0]) / scale, (at[1] + origin[1]) / scale];
  const reach = tolerance / scale;
  let best = { row: -1, dimension: 3, distance: Infinity };
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const row = order[i];
    if (boxes[4 * row] > x + reach || boxes[4 * row + 2] < x - reach || boxes[4 * row + 1] > y + reach || boxes[4 * row + 3] < y - reach) continue;
    const dimension = dimensions[row];
    if (dimension > best.dimension) continue;
    const distance = distanceToRow(table, row, [x, y]) * scale;
    if (distance > tolerance || (dimension === best.dimension && distance >= best.distance)) continue;
    best = { row, dimension, distance };
  }
  return best.row;
}

/**
 * @param {FeatureTable} table
 * @param {number} row
 * @param {Pair} at
 */
function distanceToRow(table, row, at) {
  const parts = partsOfRow(table, row);
  if (table.dimensions[row] === 0) return Math.min(...parts.map(([[x, y]]) => Math.hypot(at[0] - x, at[1] - y)));
  if (table.dimensions[row] === 1) return Math.min(...parts.map((part) => distanceToLine(part, at)));
  return isInside(parts, at) ? 0 : Infinity;
}

/**
 * Return the parts of a row as positions of the Mercator square of zoom 0.
 * @param {FeatureTable} table
 * @param {number} row
 * @returns {Pair[][]}
 */
export function partsOfRow({ firstPart, firstPosition, xs, ys }, row) {
  return Array.from({ length: firstPart[row + 1] - firstPart[row] }, (_, k) => {
    const [from, to] = [firstPosition[firstPart[row] + k], firstPosition[firstPart[row] + k + 1]];
    return Array.from({ length: to - from }, (__, i) => /** @type {Pair} */ ([xs[from + i], ys[from + i]]));
  });
}

/**
 * @param {FeatureTable} table
 * @param {number} row
 */
export const boxOfRow = ({ boxes }, row) => /** @type {Box} */ ([...boxes.subarray(4 * row, 4 * row + 4)]);
