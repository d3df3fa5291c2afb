/** The style table of the page: colours, widths and families come from here and nowhere else. */

/** @type {StyleTable} */
const table = { families: [], interface: {}, base: {}, line: {} };
let fontStack = 'sans-serif';

/** @param {StyleTable} style */
export function setStyle(style) {
  Object.assign(table, style);
  fontStack = getComputedStyle(document.body).fontFamily;
}

export const styleOf = {
  get families() { return table.families; },
  get ui() { return table.interface; },
  get base() { return table.base; },
  get line() { return table.line; },
};

/**
 * @param {string} key
 * @returns {FamilyStyle}
 */
export function familyOf(key) {
  return table.families.find((family) => family.key === key) ?? table.families[table.families.length - 1];
}

/**
 * Return colour, label colour and shape of a set of families: neutral where they differ.
 * @param {string[]} keys
 * @returns {FamilyStyle}
 */
export function sharedFamily(keys) {
  const distinct = [...new Set(keys)];
  if (distinct.length === 1) return familyOf(distinct[0]);
  return { key: '', colour: table.base.mixed, label_colour: table.base.mixed_label, shape: 'circle' };
}

/**
 * @param {number} weight
 * @param {number} pixels
 */
export function fontOf(weight, pixels) {
  return `${weight} ${pixels}px ${fontStack}`;
}
