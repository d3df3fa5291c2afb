/** The names of places: near them, or farther off with a leader. */

import { alongLine, lengthOf } from './geometry.js';
import { drawLabel, measure, measureCharacters } from './label_drawing.js';
import { awayFromPoint, besideLine, besidePoint, copyOfSheet, insideCircle, placeBest } from './label_placing.js';
import { styleOf } from './style.js';
import { pointOf } from './task_drawing.js';
import { say, uncertaintyText } from './words.js';

const SIZE = 12;
const CROWD_PX = 34;
/** What it costs to write a chosen place's name into another place's circle, and to leave a name out. */
const RELUCTANT = 4;
const LEFT_OUT = 14;
/** What it costs to stand in a circle that is ground. */
const IN_GROUND = 1.5;
/** A name that would cover more than this is left out. */
const TOLERATED = 12;

/** @param {Site} given */
const rank = ({ shape }) => (shape.dimension === 1 ? Infinity : shape.circle?.radius ?? 0);
/**
 * @param {Site} a
 * @param {Site} b
 */
const byRank = (a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));

/**
 * Orders in which names may be placed: greedy placing is fast, but no order is the best for every map.
 * @type {((sites: Site[]) => Site[])[]}
 */
const ORDERS = [(sites) => sites, (sites) => [...sites].sort(byRank), (sites) => [...sites].sort((a, b) => byRank(b, a))];

/**
 * Write the names of sites; return the sheet with their room taken.
 * @param {Pen} context
 * @param {View} view
 * @param {LabelSheet} sheet
 * @param {Site[]} sites
 * @param {{ selected: Set<Site> }} given
 */
export function labelSites(context, view, sheet, sites, { selected }) {
  const plans = ORDERS.map((inOrder) => planLabels(view, copyOfSheet(sheet), inOrder(sites), selected));
  const best = plans.reduce((least, plan) => (plan.cost < least.cost ? plan : least));
  for (const { site, line, spot } of best.placed) {
    drawLabel(context, { lines: [line], faded: selected.size > 0 && !selected.has(site) }, spot);
  }
  return best.sheet;
}

/**
 * @param {View} view
 * @param {LabelSheet} sheet
 * @param {Site[]} sites
 * @param {Set<Site>} selected
 */
function planLabels(view, sheet, sites, selected) {
  const placed = [];
  let cost = 0;
  for (const site of sites) {
    const chosen = selected.has(site);
    const line = { text: siteText(site), colour: site.family.label_colour, weight: chosen ? 600 : 500, size: SIZE };
    const spot = placeBest(spotsOf(site, view, line, chosen), sheet, { owner: site, inGround: IN_GROUND, ...(chosen ? { inCircle: RELUCTANT } : { tolerated: TOLERATED }) });
    cost += spot ? spot.total : LEFT_OUT;
    if (spot) placed.push({ site, line, spot });
  }
  return { placed, cost, sheet };
}

/**
 * Return the places where the name of a site may stand.
 * @param {Site} site
 * @param {View} view
 * @param {LabelLine} line
 * @param {boolean} chosen
 * @returns {Spot[]}
 */
function spotsOf(site, view, line, chosen) {
  const { width, height } = measure([line]);
  const size = { width, height };
  if (site.shape.dimension === 1) return spotsOfLine(site, view, line, size, chosen);
  const { circle } = site.shape;
  const radius = circle ? circle.radius * view.scale : site.shape.dimension === 2 ? 4 : site.precision === 'exact' ? 10 : 13;
  const middle = middleOf(site, view);
  return [...besidePoint(middle, { radius, ...size }), ...insideCircle(middle, { radius, ...size }), ...awayFromPoint(middle, { radius, ...size })];
}

/**
 * @param {Site} site
 * @param {View} view
 * @param {LabelLine} given
 * @param {{ width: number, height: number }} size
 * @param {boolean} chosen
 * @returns {Spot[]}
 */
function spotsOfLine(site, view, { text, weight }, size, chosen) {
  const points = view.partsOf(site.shape)[0];
  const offset = 13 + (site.kind === 'tunnel' ? 3 : 0) + (chosen ? 5 : 0);
  const beside = [0.5, 0.9, 0.1, 0.3, 0.7].flatMap((share) => {
    const at = alongLine(points, share * lengthOf(points));
    return [...besidePoint(at, { radius: 5, ...size }), ...awayFromPoint(at, { radius: 3, ...size })];
  });
  return [
    ...besideLine(points, { characters: measureCharacters(text, weight, SIZE), size: SIZE, offset }),
    ...beside.map((spot) => ({ ...spot, cost: (spot.cost ?? 0) + 2 })),
  ];
}

/** @param {Site} site */
function siteText(site) {
  const doubt = site.shape.dimension === 2 ? ` ${uncertaintyText(site.uncertainty_m)}` : '';
  const several = site.tasks.length > 1 ? ` · ${say('items', { n: site.tasks.length })}` : '';
  return `${site.place}${doubt}${several}`;
}

/**
 * Small zooms: short lines and crowded points lose their names.
 * @param {Site[]} sites
 * @param {View} view
 */
export function hushedSites(sites, view) {
  const middles = sites.map((site) => middleOf(site, view));
  return new Set(sites.filter((site, i) => {
    const short = site.shape.dimension === 1 && lengthOf(view.partsOf(site.shape)[0]) < styleOf.line.name_needs_length;
    const large = site.shape.circle && site.shape.circle.radius * view.scale > CROWD_PX;
    const near = middles.filter((other) => Math.hypot(other[0] - middles[i][0], other[1] - middles[i][1]) < CROWD_PX).length;
    return !large && (near > 4 || (short && near > 2));
  }));
}

/**
 * @param {Site} site
 * @param {View} view
 * @returns {Pair}
 */
export function middleOf(site, view) {
  const { shape } = site;
  if (shape.circle) return view.place(shape.circle.centre);
  if (shape.dimension === 0) return pointOf(site, view);
  const [part] = view.partsOf(shape);
  if (shape.dimension === 1) return alongLine(part, lengthOf(part) / 2);
  return view.place([(shape.box[0] + shape.box[2]) / 2, (shape.box[1] + shape.box[3]) / 2]);
}
