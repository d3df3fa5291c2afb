/** The names of zones, and their published limits at the four sides. */

import { isPhone } from './fitting.js';
import { alongLine, isInside, lengthOf } from './geometry.js';
import { drawLabel, measure } from './label_drawing.js';
import { insideArea, placeBest } from './label_placing.js';
import { plateOf } from './plate.js';
import { middleOf } from './site_labels.js';
import { styleOf } from './style.js';
import { say } from './words.js';

/** How far in from its outermost point a side of a zone goes, as a share of the zone. */
const FAR_OUT = 0.25;
/** What it costs to write a zone's name into a place's circle. */
const IN_CIRCLE = 12;
const MOST_TOLERATED = 22;
const PLATE_SIZE = 12;

/**
 * @param {Pen} context
 * @param {View} view
 * @param {LabelSheet} sheet
 * @param {{ zone: Outline, page: Page, hushed: Set<Site> }} given
 */
export function labelZone(context, view, sheet, { zone, page, hushed }) {
  if (!view.shows(zone.shape.box, 0)) return;
  const parts = view.partsOf(zone.shape);
  const colour = styleOf.base.zone_label;
  const alone = page.kind === 'zone' && !page.wholeDistrict;
  /** @type {LabelLine[]} */
  const lines = [{ text: zone.title ?? zone.name, colour, weight: 600, size: alone ? 17 : 13 }];
  const hidden = [...hushed].filter((site) => isInside(parts, middleOf(site, view))).length;
  if (hidden) lines.push({ text: say('zoom_to_see', { n: hidden }), colour: styleOf.base.context_label, weight: 400, size: 11 });
  else lines.push({ text: say('limits_indicative'), colour, weight: 400, size: 11 });
  const waiting = page.zoneLevelOf.get(zone.id) ?? 0;
  if (page.zonesWaiting.has(zone.id) && (alone || !isPhone())) {
    const text = say('zone_level_n', { n: waiting });
    const plate = waiting ? plateOf(text, view.ratio) : () => {};
    lines.push({ text: `${text}\u3000\u3000\u3000\u3000`, colour, weight: 500, size: PLATE_SIZE, plate });
  }
  const size = measure(lines);
  const candidates = [
    ...insideArea(parts, { ...size, within: sheet.box, busy: sheet.busy.all }),
    ...besideBox(zone.shape.box, view, { ...size, cost: alone ? 10 : 7 }),
  ];
  const spot = placeBest(candidates, sheet, { inCircle: IN_CIRCLE, inGround: IN_CIRCLE, tolerated: MOST_TOLERATED });
  if (spot) drawLabel(context, { lines }, spot);
}

/**
 * @param {Box} box
 * @param {View} view
 * @param {{ width: number, height: number, cost: number }} size
 * @returns {Spot[]}
 */
function besideBox(box, view, size) {
  const [x0, y0] = view.place([box[0], box[1]]);
  const [x1, y1] = view.place([box[2], box[3]]);
  const middle = [(x0 + x1) / 2, (y0 + y1) / 2];
  /** @type {Pair[]} */
  const spots = [[x1 + size.width / 2 + 6, middle[1]], [x0 - size.width / 2 - 6, middle[1]],
    [middle[0], y0 - size.height / 2 - 4], [middle[0], y1 + size.height / 2 + 4]];
  return spots.map((at, i) => ({
    at,
    kind: 'level',
    cost: size.cost + i,
    boxes: [[at[0] - size.width / 2, at[1] - size.height / 2, at[0] + size.width / 2, at[1] + size.height / 2]],
  }));
}

/** @type {Record<string, Pair>} */
const SIDES = { 北: [0, -1], 南: [0, 1], 西: [-1, 0], 东: [1, 0] };

/**
 * Write the published limits at the four sides: 北至 金水河.
 * @param {Pen} context
 * @param {View} view
 * @param {LabelSheet} sheet
 * @param {Outline} zone
 */
export function labelLimits(context, view, sheet, zone) {
  const parts = view.partsOf(zone.shape);
  for (const [, side, verb, names] of (zone.limits_as_published ?? '').matchAll(/([东南西北])([至起抵邻接])([^;；,，。]+)/g)) {
    const [first, ...rest] = names.trim().split(/[、—–-]/);
    const text = `${side}${verb} ${first}${rest.length ? '等' : ''}`;
    const line = { text, colour: styleOf.base.context_label, weight: 400, size: 11 };
    const spot = placeBest(besideSide(parts[0], SIDES[side], measure([line])), sheet, { tolerated: 4 });
    if (spot) drawLabel(context, { lines: [line] }, spot);
  }
}

/**
 * Return places outside a boundary on one side, from the middle of that side towards its ends.
 * @param {Pair[]} ring
 * @param {Pair} direction
 * @param {{ width: number, height: number }} more
 * @returns {Spot[]}
 */
function besideSide(ring, [dx, dy], { width, height }) {
  const points = outermost(ring, [dx, dy]);
  /** @param {Pair} position */
  const across = ([x, y]) => x * Math.abs(dy) + y * Math.abs(dx);
  const middle = (Math.min(...points.map(across)) + Math.max(...points.map(across))) / 2;
  return points.flatMap((point) => [0, 12, 26].map((out) => {
    /** @type {Pair} */
    const at = [point[0] + dx * (width / 2 + 7 + out), point[1] + dy * (height / 2 + 5 + out)];
    /** @type {Box} */
    const box = [at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2];
    return { at, kind: 'level', boxes: [box], cost: Math.abs(across(point) - middle) / 80 + out / 40 };
  }));
}

/**
 * Return the points of a boundary that lie far out on one side, where it faces that side.
 * @param {Pair[]} ring
 * @param {Pair} direction
 */
function outermost(ring, [dx, dy]) {
  const steps = 160;
  const total = lengthOf(ring);
  const points = Array.from({ length: steps }, (_, i) => alongLine(ring, (i * total) / steps));
  const reach = points.map(([x, y]) => x * dx + y * dy);
  const [near, far] = [Math.min(...reach), Math.max(...reach)];
  /**
   * @param {unknown} _
   * @param {number} i
   */
  const isFar = (_, i) => reach[i] > far - FAR_OUT * (far - near);
  /**
   * @param {Pair} point
   * @param {number} i
   */
  const faces = (point, i) => {
    const next = points[(i + 1) % steps];
    return Math.abs(reach[(i + 1) % steps] - reach[i]) < 0.75 * Math.hypot(next[0] - point[0], next[1] - point[1]);
  };
  const facing = points.filter((point, i) => isFar(point, i) && faces(point, i));
  return facing.length ? facing : points.filter(isFar);
}
