/** The style table of the page: colours, widths and families come from here and nowhere else. */

const table = { families: [], interface: {}, base: {}, line: {} };
let fontStack = 'sans-serif';

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

export function familyOf(key) {
  return table.families.find((family) => family.key === key) ?? table.families.at(-1);
}

/** Return colour, label colour and shape of a set of families: neutral where they differ. */
export function sharedFamily(keys) {
  const distinct = [...new Set(keys)];
  if (distinct.length === 1) return familyOf(distinct[0]);
  return { key: '', colour: table.base.mixed, label_colour: table.base.mixed_label, shape: 'circle' };
}

export function fontOf(weight, pixels) {
  return `${weight} ${pixels}px ${fontStack}`;
}
