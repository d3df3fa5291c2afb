/** The legend: only what the page shows, with counts; families and statuses can be chosen in it. */

import { el, svgEl } from './dom.js';
import { STATUSES, countDue, pressButton } from './facet_bar.js';
import { facetCounts } from './filters.js';
import { isPhone } from './fitting.js';
import { page } from './page.js';
import { familyOf, styleOf } from './style.js';
import { symbolIcon } from './symbols.js';
import { labelOf, say } from './words.js';

/** @param {[Child, string, string][]} entries */
function rows(entries) {
  return el('ul', {}, entries.map(([icon, label, count]) => el('li', {}, icon, el('span', {}, label), el('span', { class: 'count' }, count))));
}

/**
 * @param {string} word
 * @param {HTMLElement} list
 * @param {string} [className]
 */
function block(word, list, className = '') {
  return el('section', { class: className }, el('h3', {}, say(word)), list);
}

/**
 * @template I
 * @template K
 * @param {I[]} items
 * @param {(item: I) => K} keyOf
 * @returns {Map<K, number>}
 */
function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/**
 * Rows that filter when they are pressed.
 * @param {LegendRow[]} entries
 */
function pressRows(entries) {
  const { filters } = page;
  const buttons = entries.map(({ mark, label, ...press }) => pressButton({ className: 'legend-row', content: [mark, el('span', {}, label)], ...press }));
  const update = () => buttons.forEach((each) => each.update());
  filters.listen(update);
  update();
  return el('ul', {}, buttons.map(({ button }) => el('li', {}, button)));
}

/**
 * What a row needs to choose a value of a facet.
 * @param {Facet} facet
 * @param {string} value
 * @param {Task[]} tasks
 * @returns {Pressing}
 */
const pressing = (facet, value, tasks) => ({
  isPressed: () => page.filters.state[facet].has(value),
  count: () => facetCounts(tasks, facet, page.filters.state, page.day()).get(value) ?? 0,
  toggle: () => page.filters.toggle(facet, value),
});

/** @param {Task[]} tasks */
function familyRows(tasks) {
  const present = new Set(tasks.map((task) => task.family));
  return pressRows(styleOf.families.filter(({ key }) => present.has(key)).map(({ key, label }) => ({
    mark: symbolIcon({ ...familyOf(key), status: 'done', size: 18 }), label, ...pressing('family', key, tasks),
  })));
}

/** @param {Task[]} tasks */
function statusRows(tasks) {
  const present = new Set(tasks.map((task) => task.status));
  /**
   * @param {Status} status
   * @param {boolean} [late]
   */
  const symbol = (status, late = false) => symbolIcon({ shape: 'square', colour: styleOf.ui.ink, status, size: 17, late });
  const { filters } = page;
  return pressRows([
    ...STATUSES.filter((status) => present.has(status)).map((status) => ({ mark: symbol(status), label: labelOf('status', status), ...pressing('status', status, tasks) })),
    {
      mark: symbol('started', true),
      label: say('overdue'),
      isPressed: () => filters.state.due === 'overdue',
      count: () => countDue('overdue'),
      toggle: () => filters.set({ due: filters.state.due === 'overdue' ? 'all' : 'overdue' }),
    },
  ]);
}

/** @param {...Child} marks */
const icon = (...marks) => svgEl('svg', { class: 'symbol', viewBox: '0 0 26 18', width: 26, height: 18, 'aria-hidden': 'true' }, marks);
/** @param {string[]} clip */
const hatching = (clip) => clip.map((d) => svgEl('path', { d, stroke: styleOf.base.mixed, 'stroke-width': styleOf.line.hatch, opacity: 0.7 }));

const PRECISION_ICONS = {
  exact: () => symbolIcon({ shape: 'circle', colour: styleOf.base.mixed, status: 'done', size: 16 }),
  street_line: () => icon(svgEl('path', { d: 'M2 9H24', stroke: styleOf.base.mixed, 'stroke-width': 4, 'stroke-linecap': 'round' })),
  street_point: () => icon(
    svgEl('circle', { cx: 13, cy: 9, r: 8, fill: 'none', stroke: styleOf.base.mixed, 'stroke-width': 1.2, 'stroke-dasharray': '3 2' }),
    svgEl('circle', { cx: 13, cy: 9, r: 4, fill: styleOf.base.mixed }),
  ),
  area: () => icon(
    hatching(['M7 12 14 3', 'M8.5 15.5 18 4', 'M12.5 16.5 19.5 8']),
    svgEl('circle', { cx: 13, cy: 9, r: 8, fill: 'none', stroke: styleOf.base.mixed, 'stroke-width': 1.3, 'stroke-dasharray': '4 3' }),
  ),
  zone: () => icon(
    hatching(['M1 8 7 1', 'M1 17 15 1', 'M9 17 23 1', 'M17 17 25 8']),
    svgEl('rect', { x: 1, y: 1, width: 24, height: 16, fill: 'none', stroke: styleOf.base.zone_line, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' }),
  ),
  limits: () => icon(svgEl('rect', { x: 1, y: 1, width: 24, height: 16, fill: styleOf.base.zone, stroke: styleOf.base.zone_line, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' })),
};

/** @param {Site} site */
function precisionOfSite(site) {
  if (site.shape.dimension === 2) return 'area';
  if (site.shape.dimension === 1) return 'street_line';
  return site.precision === 'exact' ? 'exact' : 'street_point';
}

function precisionRows() {
  const counts = countBy(page.allSites, precisionOfSite);
  const waiting = [...page.tasks.values()].filter((task) => task.placed === 'zone').length;
  const drawings = /** @type {const} */ (['exact', 'street_line', 'street_point', 'area']);
  /** @type {[Child, string, string][]} */
  const entries = drawings.filter((key) => counts.has(key)).map((key) => [PRECISION_ICONS[key](), say(`legend_${key}`), say('places_n', { n: counts.get(key) })]);
  if (page.base.zones.length || page.base.otherZones.length) {
    entries.push(page.zoneLevelOf.size ? [PRECISION_ICONS.zone(), say('legend_zone'), say('items', { n: waiting })] : [PRECISION_ICONS.limits(), say('legend_limits'), '']);
  }
  return rows(entries);
}

export function makeLegend() {
  const tasks = [...page.tasks.values()];
  return el(
    'details',
    { class: 'legend', 'data-floats': true, open: !isPhone() },
    el('summary', {}, say('legend')),
    el(
      'div',
      { class: 'legend-body' },
      block('legend_category', familyRows(tasks)),
      block('legend_status', statusRows(tasks), 'legend-status'),
      block('legend_precision', precisionRows()),
    ),
  );
}
