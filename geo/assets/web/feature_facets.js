/** The facets of any table: values with counts where they are few, a range where they are numbers or days. */

import { dataText, el } from './dom.js';
import { makeMenu } from './facet_menu.js';
import { lookOf } from './feature_drawing.js';
import { clearFilters, countPlaceless, countsOf, features, isFiltered, listen, setRange, toggleCodes } from './feature_state.js';
import { textOf } from './feature_table.js';
import { symbolIcon } from './symbols.js';
import { say } from './words.js';

/** A menu of more values would be a second list. */
const MOST_VALUES = 200;

/** @param {FeatureColumn} column */
const countOfTexts = ({ ends }) => ends.length - 1;

/**
 * Return how a column can be narrowed down, or null.
 * @param {FeatureColumn} column
 * @param {number} index
 * @returns {FeatureFacet | null}
 */
function facetOf(column, index) {
  if (countOfTexts(column) < 2) return null;
  if (column.kind !== 'text') return rangeMenu(column, index);
  return countOfTexts(column) <= MOST_VALUES && countOfTexts(column) < features.table.rows ? valueMenu(column, index) : null;
}

/**
 * @param {FeatureColumn} column
 * @param {number} index
 * @returns {FeatureFacet}
 */
function valueMenu(column, index) {
  const isColour = index === features.table.colourColumn;
  const all = countsOf(index);
  const codes = Array.from(all, (_, code) => code).filter((code) => all[code]).sort((a, b) => all[b] - all[a]);
  const options = codes.map((code) => {
    const box = el('input', { type: 'checkbox', change: () => toggleCodes(index, [code]) });
    const number = el('span', { class: 'count' });
    return { code, box, number, label: el('label', { class: 'option' }, box, isColour ? iconOfCode(column, code) : null, dataText(textOf(column, code) || say('feature_no_value')), number) };
  });
  const menu = makeMenu({ name: `of-${index}`, label: column.label, content: options.map(({ label }) => label) });
  return {
    ...menu,
    update() {
      const counts = countsOf(index);
      const chosen = features.chosen.get(index) ?? new Set();
      for (const { code, box, number, label } of options) {
        box.checked = chosen.has(code);
        number.textContent = String(counts[code]);
        label.classList.toggle('is-empty', !counts[code] && !box.checked);
      }
      const [only] = chosen;
      menu.tell(chosen.size === 0 ? say('facet_all') : chosen.size === 1 ? textOf(column, only) || say('feature_no_value') : say('facet_n', { n: chosen.size }), chosen.size > 0);
    },
  };
}

/**
 * @param {FeatureColumn} column
 * @param {number} code
 */
function iconOfCode({ codes }, code) {
  const { family } = lookOf(features.table, codes.indexOf(code));
  return symbolIcon({ ...family, status: 'done', size: 16 });
}

/**
 * @param {FeatureColumn} column
 * @param {number} index
 * @returns {FeatureFacet}
 */
function rangeMenu(column, index) {
  const last = countOfTexts(column);
  const type = column.kind === 'date' ? 'date' : 'number';
  const [least, most] = [textOf(column, 1), textOf(column, last)];
  /**
   * @param {string} word
   * @returns {HTMLInputElement}
   */
  const field = (word) => el('input', { type, class: 'range-input', min: least.slice(0, 10), max: most.slice(0, 10), step: 'any', 'aria-label': `${column.label} ${say(word)}`, change: () => apply() });
  const [from, to] = [field('feature_range_from'), field('feature_range_to')];
  /** @returns {void} */
  const apply = () => setRange(index, from.value || to.value ? [from.value ? firstFrom(column, from.value) : 1, to.value ? firstAfter(column, to.value) - 1 : last] : null);
  const menu = makeMenu({
    name: `of-${index}`,
    label: column.label,
    content: [
      el('div', { class: 'range-row' }, el('label', {}, say('feature_range_from'), from), el('label', {}, say('feature_range_to'), to)),
      el('p', { class: 'range-note' }, say('feature_range_of', { from: least, to: most })),
    ],
  });
  return {
    ...menu,
    update() {
      const range = features.ranges.get(index);
      if (!range) [from.value, to.value] = ['', ''];
      menu.tell(range ? say('feature_range_of', { from: from.value || least, to: to.value || most }) : say('facet_all'), range !== undefined);
    },
    put([low, high]) {
      [from.value, to.value] = [low, high];
      apply();
    },
    values: () => /** @type {[string, string]} */ ([from.value, to.value]),
  };
}

/**
 * Return the first code whose value is not below one; texts of a column of numbers or days stand in order.
 * @param {FeatureColumn} column
 * @param {string} value
 */
const firstFrom = (column, value) => firstWhere(column, (text) => (column.kind === 'number' ? Number(text) >= Number(value) : text >= value));
/**
 * @param {FeatureColumn} column
 * @param {string} value
 */
const firstAfter = (column, value) => firstWhere(column, (text) => (column.kind === 'number' ? Number(text) > Number(value) : text.slice(0, value.length) > value));

/**
 * @param {FeatureColumn} column
 * @param {(text: string) => boolean} holds
 */
function firstWhere(column, holds) {
  let [low, high] = [1, column.ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(textOf(column, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Build the bar; it follows the filters. */
export function makeFeatureFacets() {
  const facets = features.table.columns.map(facetOf);
  const shownCount = el('span', { class: 'shown-count', role: 'status' });
  const clear = el('button', { type: 'button', class: 'clear-filters', click: () => clearFilters() }, say('clear_filters'));
  const update = () => {
    for (const facet of facets) facet?.update();
    const placeless = countPlaceless();
    shownCount.textContent = [
      say('feature_shown', { n: features.order.length, total: features.table.rows }),
      placeless ? say('feature_placeless', { n: placeless }) : '',
    ].filter(Boolean).join(say('comma'));
    clear.hidden = !isFiltered();
  };
  listen(({ what }) => what === 'filter' && update());
  return {
    facets,
    element: el(
      'div',
      { class: 'facet-bar', role: 'group', 'aria-label': say('filter_by') },
      el('div', { class: 'facet-row' }, facets.map((facet) => facet && [facet.button, facet.menu])),
      el('p', { class: 'filter-line' }, shownCount, clear),
    ),
  };
}
