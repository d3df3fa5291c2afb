/** A table of many features: codes and texts by column, positions in typed arrays, no object a feature. */

import { toWorld } from './geometry.js';
import { gunzip } from './inflate.js';
import { labelOf } from './words.js';

const NUMBERS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array };
const ALIGNMENT = 4;
/** Units of a degree, as geo/render/web/feature_positions.py writes them. */
const UNITS = 1e6;
/** What is drawn of a row without geometry. */
export const NOTHING = 3;

/**
 * Return a function that gives the sections of a block one after the other.
 * @param {ArrayBuffer} buffer
 * @param {number} start
 * @param {[1 | 2 | 4, number][]} sections
 */
function sectionsFrom(buffer, start, sections) {
  let at = start;
  let index = 0;
  return () => {
    const [size, length] = sections[index];
    const numbers = new NUMBERS[size](buffer, at, length);
    at += Math.ceil((size * length) / ALIGNMENT) * ALIGNMENT;
    index += 1;
    return numbers;
  };
}

/**
 * Return running sums: where each of the things ends whose sizes are given.
 * @param {Numbers} sizes
 */
function endsOf(sizes) {
  const ends = new Uint32Array(sizes.length);
  let sum = 0;
  for (let i = 0; i < sizes.length; i += 1) {
    sum += sizes[i];
    ends[i] = sum;
  }
  return ends;
}

/**
 * Return where each thing starts, and at last where the last one ends.
 * @param {Numbers} sizes
 */
function startsOf(sizes) {
  const starts = new Uint32Array(sizes.length + 1);
  starts.set(endsOf(sizes), 1);
  return starts;
}

/**
 * @param {{ name: string, kind: FeatureColumn['kind'] }} facts
 * @param {() => Numbers} next
 * @param {string | undefined} labels
 * @returns {FeatureColumn}
 */
function readColumn({ name, kind }, next, labels) {
  const texts = new TextDecoder().decode(next());
  const ends = endsOf(next());
  const column = { name, kind, texts, ends, codes: next().slice(), label: labelOf('columns', name) };
  return labels ? inWords(column, labels) : column;
}

/**
 * Return the column with what its values are called instead of the values.
 * @param {FeatureColumn} column
 * @param {string} table
 */
function inWords(column, table) {
  const words = Array.from(column.ends, (_, code) => (code ? labelOf(table, textOf(column, code)) : ''));
  return { ...column, texts: words.join(''), ends: endsOf(Uint32Array.from(words, (word) => word.length)), values: Array.from(column.ends, (_, code) => textOf(column, code)) };
}

/**
 * Return the text of a code; that of 0 is empty.
 * @param {FeatureColumn} column
 * @param {number} code
 */
export function textOf({ texts, ends }, code) {
  return code ? texts.slice(ends[code - 1], ends[code]) : '';
}

/**
 * @param {FeatureColumn} column
 * @param {number} row
 */
export const textAt = (column, row) => textOf(column, column.codes[row]);

/**
 * Sum up steps that are laid out by bytes, the lowest ones first.
 * @param {Numbers} planes
 */
function unitsOf(planes) {
  const count = planes.length / 4;
  const units = new Int32Array(count);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const zigzag = planes[i] | (planes[count + i] << 8) | (planes[2 * count + i] << 16) | (planes[3 * count + i] << 24);
    sum += (zigzag >>> 1) ^ -(zigzag & 1);
    units[i] = sum;
  }
  return units;
}

/**
 * Return where each row lies: [left, top, right, bottom] in positions of the Mercator square of zoom 0.
 * @param {Omit<FeatureShapes, 'boxes'>} shapes
 */
function boxesOf({ dimensions, firstPart, firstPosition, xs, ys }) {
  const boxes = new Float64Array(4 * dimensions.length);
  for (let row = 0; row < dimensions.length; row += 1) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = firstPosition[firstPart[row]]; i < firstPosition[firstPart[row + 1]]; i += 1) {
      left = Math.min(left, xs[i]);
      top = Math.min(top, ys[i]);
      right = Math.max(right, xs[i]);
      bottom = Math.max(bottom, ys[i]);
    }
    boxes.set([left, top, right, bottom], 4 * row);
  }
  return boxes;
}

/**
 * @param {() => Numbers} next
 * @returns {FeatureShapes}
 */
function readShapes(next) {
  const dimensions = next().slice();
  const firstPart = startsOf(next());
  const firstPosition = startsOf(next());
  const [lons, lats] = [unitsOf(next()), unitsOf(next())];
  const xs = new Float64Array(lons.length);
  const ys = new Float64Array(lons.length);
  for (let i = 0; i < lons.length; i += 1) [xs[i], ys[i]] = toWorld([lons[i] / UNITS, lats[i] / UNITS]);
  const shapes = { dimensions, firstPart, firstPosition, xs, ys };
  return { ...shapes, boxes: boxesOf(shapes) };
}

/**
 * Read a block of geo/render/web/feature_block.py.
 * @param {Uint8Array} packed
 * @returns {FeatureTable}
 */
export function readTable(packed) {
  const { buffer } = gunzip(packed);
  const headEnd = ALIGNMENT + new DataView(buffer).getUint32(0, true);
  /** @type {FeatureHead} */
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, ALIGNMENT, headEnd - ALIGNMENT)));
  const next = sectionsFrom(buffer, Math.ceil(headEnd / ALIGNMENT) * ALIGNMENT, head.sections);
  const columns = head.columns.map((facts) => readColumn(facts, next, head.tables[facts.name]));
  return { ...head, columns, ...readShapes(next) };
}

/**
 * Take a data block out of the page: letters to bytes.
 * @param {string} id
 */
export function takeBlock(id) {
  const element = /** @type {HTMLElement} */ (document.getElementById(id));
  const letters = atob(element.textContent);
  element.remove();
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
