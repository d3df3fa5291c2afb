/** The sheet on which labels find room: what is drawn under them, and how dear it is to cover. */

import { alongLine, isInside, lengthOf } from './geometry.js';
import { emptySheet } from './label_placing.js';
import { styleOf } from './style.js';
import { pointOf } from './task_drawing.js';

/** The radius of a circle, as a share of the view, from which it is ground rather than a place. */
const WIDEST_CIRCLE = 0.22;

/**
 * Return the sheet of a view; `inner` is the visible part of the canvas, `covered` are boxes that float over it.
 * @param {View} view
 * @param {Page} page
 * @param {Site[]} sites
 * @param {{ inner: Box, covered: Box[] }} given
 */
export function sheetOf(view, page, sites, { inner, covered }) {
  const sheet = emptySheet(inner);
  sheet.blocked.add(covered);
  sheet.busy.add(sites.flatMap((site) => roomOfSite(site, view)));
  for (const zone of page.base.zones) {
    const rings = view.partsOf(zone.shape);
    sheet.busy.add(sampled(rings, 14, 2));
    if (page.zoneLevelOf.has(zone.id)) sheet.busy.add(hatchedRim(rings));
  }
  sheet.circles = circlesOf(sites, view, inner);
  return sheet;
}

/**
 * Return the circles that a stranger's label would seem to name; one that fills the view is ground.
 * @param {Site[]} sites
 * @param {View} view
 * @param {Box} corners
 * @returns {Ring[]}
 */
function circlesOf(sites, view, [left, top, right, bottom]) {
  const widest = WIDEST_CIRCLE * Math.min(right - left, bottom - top);
  return sites.flatMap((site) => {
    const { circle } = site.shape;
    const radius = (circle?.radius ?? 0) * view.scale;
    return circle ? [{ owner: site, at: view.place(circle.centre), radius, ground: radius > widest }] : [];
  });
}

/**
 * Return boxes on the hatching inside the limits of a zone.
 * @param {Pair[][]} rings
 */
function hatchedRim(rings) {
  const half = styleOf.line.zone_rim / 2;
  return rings.flatMap((ring) => {
    const total = lengthOf(ring);
    const steps = Math.min(400, Math.ceil(total / (2 * half)));
    return Array.from({ length: steps }, (_, i) => {
      const [x, y] = alongLine(ring, (i * total) / steps);
      const [nextX, nextY] = alongLine(ring, ((i + 0.5) * total) / steps);
      const length = Math.hypot(nextX - x, nextY - y) || 1;
      const normal = [(-(nextY - y) / length) * half, ((nextX - x) / length) * half];
      const side = isInside(rings, [x + normal[0], y + normal[1]]) ? 1 : -1;
      return boxRound(x + side * normal[0], y + side * normal[1], half);
    });
  });
}

/**
 * @param {Site} site
 * @param {View} view
 * @returns {Box[]}
 */
function roomOfSite(site, view) {
  const { shape, precision } = site;
  if (shape.circle) {
    const [x, y] = view.place(shape.circle.centre);
    const radius = shape.circle.radius * view.scale;
    const steps = Math.max(12, Math.min(60, Math.round(radius / 3)));
    return Array.from({ length: steps }, (_, i) => {
      const angle = (i * 2 * Math.PI) / steps;
      return boxRound(x + radius * Math.cos(angle), y + radius * Math.sin(angle), 2);
    });
  }
  if (shape.dimension === 0) return symbolBoxes(pointOf(site, view), precision === 'exact' ? 11 : 14);
  return sampled(view.partsOf(shape), 7, 4);
}

/**
 * Return nine boxes: a text over the whole of a symbol costs more than one over its edge.
 * @param {Pair} position
 * @param {number} half
 * @returns {Box[]}
 */
function symbolBoxes([x, y], half) {
  const third = (2 * half) / 3;
  return [-third, 0, third].flatMap((dx) => [-third, 0, third].map((dy) => boxRound(x + dx, y + dy, third / 2)));
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} half
 * @returns {Box}
 */
const boxRound = (x, y, half) => [x - half, y - half, x + half, y + half];

/**
 * @param {Pair[][]} parts
 * @param {number} step
 * @param {number} half
 * @returns {Box[]}
 */
function sampled(parts, step, half) {
  return parts.flatMap((points) => {
    const steps = Math.min(400, Math.ceil(lengthOf(points) / step));
    return Array.from({ length: steps + 1 }, (_, i) => boxRound(...alongLine(points, (i * lengthOf(points)) / (steps || 1)), half));
  });
}
