/** Boxes on a sheet, found by where they lie: [left, top, right, bottom]. */

const CELL_PX = 32;

/**
 * @param {Box} a
 * @param {Box} b
 */
export const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/**
 * Make an empty index.
 * @returns {BoxIndex}
 */
export function makeBoxIndex() {
  /** @type {Map<string, Box[]>} */
  const cells = new Map();
  /** @type {Box[]} */
  const all = [];
  /** @param {Box} corners */
  function* cellsUnder([left, top, right, bottom]) {
    for (let column = Math.floor(left / CELL_PX); column <= Math.floor(right / CELL_PX); column += 1) {
      for (let row = Math.floor(top / CELL_PX); row <= Math.floor(bottom / CELL_PX); row += 1) yield `${column} ${row}`;
    }
  }
  return {
    all,
    add(boxes) {
      for (const box of boxes) {
        all.push(box);
        for (const cell of cellsUnder(box)) cells.set(cell, [...(cells.get(cell) ?? []), box]);
      }
    },
    /** Say whether any box overlaps this one. */
    any(box) {
      for (const cell of cellsUnder(box)) {
        if (cells.get(cell)?.some((other) => overlaps(box, other))) return true;
      }
      return false;
    },
    /** Count the boxes that overlap this one. */
    count(box) {
      const found = new Set();
      for (const cell of cellsUnder(box)) {
        for (const other of cells.get(cell) ?? []) if (overlaps(box, other)) found.add(other);
      }
      return found.size;
    },
  };
}
