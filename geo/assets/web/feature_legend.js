/** The legend of any table: each class with how many of it are shown; a click takes one alone. */

import { dataText, el } from './dom.js';
import { countsOf, features, listen, toggleCodes } from './feature_state.js';
import { isPhone } from './fitting.js';
import { familyOf } from './style.js';
import { symbolIcon } from './symbols.js';
import { labelOf, say } from './words.js';

/**
 * Return the codes of the colour column that look like a class.
 * @param {number} index
 */
const codesOfClass = (index) => features.table.classOf.flatMap((each, code) => (each === index ? [code] : []));

export function makeFeatureLegend() {
  const { classes, colourColumn, columns, tables } = features.table;
  if (colourColumn === null) return null;
  const all = countsOf(colourColumn);
  /** @param {number[]} codes @param {Uint32Array} counts */
  const sum = (codes, counts) => codes.reduce((total, code) => total + counts[code], 0);
  const rows = classes.map(({ label, family }, index) => {
    const codes = codesOfClass(index);
    const number = el('span', { class: 'count' });
    const known = familyOf(family);
    const name = label === null ? say('feature_other_values') : label === known.label ? known.label : labelOf(tables[columns[colourColumn].name], label);
    const button = el('button', { type: 'button', class: 'legend-row', click: () => toggleCodes(colourColumn, codes.filter((code) => all[code])) },
      symbolIcon({ ...known, status: 'done', size: 20 }), dataText(name), number);
    return { codes, number, button };
  }).filter(({ codes }) => sum(codes, all) > 0);
  const update = () => {
    const counts = countsOf(colourColumn);
    const chosen = features.chosen.get(colourColumn) ?? new Set();
    for (const { codes, number, button } of rows) {
      number.textContent = String(sum(codes, counts));
      button.setAttribute('aria-pressed', String(codes.some((code) => chosen.has(code))));
    }
  };
  listen(({ what }) => what === 'filter' && update());
  const legend = el('details', { class: 'legend', 'data-floats': true, open: !isPhone() },
    el('summary', {}, say('legend')),
    el('div', { class: 'legend-body' }, el('section', {}, el('h3', {}, dataText(columns[colourColumn].label)), el('ul', {}, rows.map(({ button }) => el('li', {}, button))))));
  L.DomEvent.disableClickPropagation(legend).disableScrollPropagation(legend);
  return legend;
}
