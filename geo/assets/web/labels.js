/** What is written on the map: zones, tasks, context; placed anew each time the map has moved. */

import { isPhone } from './fitting.js';
import { alongLine, isInside, lengthOf } from './geometry.js';
import { drawLabel, measure, measureCharacters } from './label_drawing.js';
import { besideLine, besidePoint, emptySheet, insideArea, insideCircle, placeBest } from './label_placing.js';
import { plateOf } from './plate.js';
import { styleOf } from './style.js';
import { pointOf } from './task_drawing.js';
import { trace } from './view.js';
import { say, uncertaintyText } from './words.js';

const SIZE = 12;
const CROWD_PX = 34;
const FAR_OUT = 0.25;

/** Draw all labels of a page into a view; `inner` is the visible part of the canvas. */
export function drawLabels(context, view, page, { inner, selected, covered = [] }) {
  const sheet = emptySheet(inner);
  sheet.blocked.push(...covered);
  const sites = page.sites.filter((site) => view.shows(site.shape.box, 0));
  sheet.busy.push(...sites.flatMap((site) => roomOfSite(site, view)));
  sheet.busy.push(...page.base.zones.flatMap((zone) => sampled(view.partsOf(zone.shape), 14, 2)));
  const hushed = view.zoom < styleOf.line.names_from_zoom ? hushedSites(sites, view) : new Set();
  const chosen = sites.filter((site) => selected.has(site));
  for (const site of chosen) labelSite(context, view, sheet, site, { selected: true, faded: false });
  for (const zone of page.base.zones) labelZone(context, view, sheet, { zone, page, hushed });
  for (const zone of page.base.otherZones) labelZone(context, view, sheet, { zone, page, hushed: new Set() });
  for (const site of sites) {
    if (selected.has(site) || hushed.has(site)) continue;
    labelSite(context, view, sheet, site, { selected: false, faded: selected.size > 0 });
  }
  if (page.kind === 'zone' && !page.wholeDistrict) {
    for (const zone of page.base.zones) labelLimits(context, view, sheet, zone);
  }
  labelContext(context, view, sheet, page);
}

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
  if (shape.dimension === 0) return [boxRound(...pointOf(site, view), precision === 'exact' ? 11 : 14)];
  return sampled(view.partsOf(shape), 7, 4);
}

const boxRound = (x, y, half) => [x - half, y - half, x + half, y + half];

function sampled(parts, step, half) {
  return parts.flatMap((points) => {
    const steps = Math.min(400, Math.ceil(lengthOf(points) / step));
    return Array.from({ length: steps + 1 }, (_, i) => boxRound(...alongLine(points, (i * lengthOf(points)) / (steps || 1)), half));
  });
}

/** Small zooms: short lines and crowded points lose their names. */
function hushedSites(sites, view) {
  const middles = sites.map((site) => middleOf(site, view));
  return new Set(sites.filter((site, i) => {
    const short = site.shape.dimension === 1 && lengthOf(view.partsOf(site.shape)[0]) < styleOf.line.name_needs_length;
    const large = site.shape.circle && site.shape.circle.radius * view.scale > CROWD_PX;
    const near = middles.filter((other) => Math.hypot(other[0] - middles[i][0], other[1] - middles[i][1]) < CROWD_PX).length;
    return !large && (near > 4 || (short && near > 2));
  }));
}

export function middleOf(site, view) {
  const { shape } = site;
  if (shape.circle) return view.place(shape.circle.centre);
  if (shape.dimension === 0) return pointOf(site, view);
  const [part] = view.partsOf(shape);
  if (shape.dimension === 1) return alongLine(part, lengthOf(part) / 2);
  return view.place([(shape.box[0] + shape.box[2]) / 2, (shape.box[1] + shape.box[3]) / 2]);
}

function siteText(site) {
  const doubt = site.shape.dimension === 2 ? ` ${uncertaintyText(site.uncertainty_m)}` : '';
  const several = site.tasks.length > 1 ? ` · ${say('items', { n: site.tasks.length })}` : '';
  return `${site.place}${doubt}${several}`;
}

function labelSite(context, view, sheet, site, { selected, faded }) {
  const text = siteText(site);
  const line = { text, colour: site.family.label_colour, weight: selected ? 600 : 500, size: SIZE };
  const { width, height } = measure([line]);
  const size = { width, height };
  let candidates = [];
  if (site.shape.dimension === 1) {
    const points = view.partsOf(site.shape)[0];
    const offset = 13 + (site.kind === 'tunnel' ? 3 : 0) + (selected ? 5 : 0);
    candidates = besideLine(points, { characters: measureCharacters(text, line.weight, SIZE), size: SIZE, offset });
    for (const share of [0.5, 0.9, 0.1]) {
      const spots = besidePoint(alongLine(points, share * lengthOf(points)), { radius: 5, ...size });
      candidates.push(...spots.map((spot) => ({ ...spot, cost: spot.cost + 2 })));
    }
  } else {
    const circle = site.shape.circle;
    const radius = circle ? circle.radius * view.scale : site.shape.dimension === 2 ? 4 : site.precision === 'exact' ? 10 : 13;
    const middle = middleOf(site, view);
    candidates = [...besidePoint(middle, { radius, ...size }), ...insideCircle(middle, { radius, ...size })];
  }
  const spot = placeBest(candidates, sheet, { tolerated: selected ? Infinity : 9 });
  if (spot) drawLabel(context, { lines: [line], faded }, spot);
}

function labelZone(context, view, sheet, { zone, page, hushed }) {
  if (!view.shows(zone.shape.box, 0)) return;
  const parts = view.partsOf(zone.shape);
  const colour = styleOf.base.zone_label;
  const alone = page.kind === 'zone' && !page.wholeDistrict;
  const lines = [{ text: zone.title ?? zone.name, colour, weight: 600, size: alone ? 17 : 13 }];
  const hidden = [...hushed].filter((site) => isInside(parts, middleOf(site, view))).length;
  if (hidden) lines.push({ text: say('zoom_to_see', { n: hidden }), colour: styleOf.base.context_label, weight: 400, size: 11 });
  else lines.push({ text: say('limits_indicative'), colour, weight: 400, size: 11 });
  const waiting = page.zoneLevelOf.get(zone.id) ?? 0;
  if (waiting && (alone || !isPhone())) {
    const text = say('zone_level_n', { n: waiting });
    lines.push({ text: `${text}\u3000\u3000\u3000\u3000`, colour, weight: 500, size: SIZE, plate: plateOf(text, view.ratio) });
  }
  const size = measure(lines);
  const candidates = [
    ...insideArea(parts, { ...size, within: sheet.box, busy: sheet.busy }),
    ...besideBox(zone.shape.box, view, { ...size, cost: alone ? 10 : 4 }),
  ];
  const spot = placeBest(candidates, sheet);
  if (spot) drawLabel(context, { lines }, spot);
}

function besideBox(box, view, size) {
  const [x0, y0] = view.place([box[0], box[1]]);
  const [x1, y1] = view.place([box[2], box[3]]);
  const middle = [(x0 + x1) / 2, (y0 + y1) / 2];
  return [[x1 + size.width / 2 + 6, middle[1]], [x0 - size.width / 2 - 6, middle[1]],
    [middle[0], y0 - size.height / 2 - 4], [middle[0], y1 + size.height / 2 + 4]].map((at, i) => ({
    at,
    kind: 'level',
    cost: size.cost + i,
    boxes: [[at[0] - size.width / 2, at[1] - size.height / 2, at[0] + size.width / 2, at[1] + size.height / 2]],
  }));
}

const SIDES = { 北: [0, -1], 南: [0, 1], 西: [-1, 0], 东: [1, 0] };

/** Write the published limits at the four sides: 北至 金水河. */
function labelLimits(context, view, sheet, zone) {
  const parts = view.partsOf(zone.shape);
  for (const [, side, verb, names] of (zone.limits_as_published ?? '').matchAll(/([东南西北])([至起抵邻接])([^;；,，。]+)/g)) {
    const [first, ...rest] = names.trim().split(/[、—–-]/);
    const text = `${side}${verb} ${first}${rest.length ? '等' : ''}`;
    const line = { text, colour: styleOf.base.context_label, weight: 400, size: 11 };
    const at = outermost(parts[0], SIDES[side]);
    const { width, height } = measure([line]);
    const [dx, dy] = SIDES[side];
    const candidates = [0, 12, 26].flatMap((out) => [0, 14, -14, 32, -32, 56, -56].map((slide) => {
      const spot = [at[0] + dx * (width / 2 + 7 + out) + Math.abs(dy) * slide, at[1] + dy * (height / 2 + 5 + out) + Math.abs(dx) * slide];
      const box = [spot[0] - width / 2, spot[1] - height / 2, spot[0] + width / 2, spot[1] + height / 2];
      return { at: spot, kind: 'level', boxes: [box], cost: Math.abs(slide) / 60 + out / 40 };
    }));
    const spot = placeBest(candidates, sheet, { tolerated: 3 });
    if (spot) drawLabel(context, { lines: [line] }, spot);
  }
}

/** Return the point of a boundary in the middle of what lies far out on one side. */
function outermost(ring, [dx, dy]) {
  const steps = 160;
  const total = lengthOf(ring);
  const points = Array.from({ length: steps }, (_, i) => alongLine(ring, (i * total) / steps));
  const reach = points.map(([x, y]) => x * dx + y * dy);
  const [near, far] = [Math.min(...reach), Math.max(...reach)];
  const outer = points.filter((_, i) => reach[i] > far - FAR_OUT * (far - near));
  const across = ([x, y]) => x * Math.abs(dy) + y * Math.abs(dx);
  const middle = (Math.min(...outer.map(across)) + Math.max(...outer.map(across))) / 2;
  return outer.reduce((best, point) => (Math.abs(across(point) - middle) < Math.abs(across(best) - middle) ? point : best));
}

function labelContext(context, view, sheet, page) {
  const colour = styleOf.base.context_label;
  if (view.zoom >= styleOf.line.landmark_label_from_zoom) {
    for (const mark of page.base.landmarks) {
      const line = { text: mark.name, colour, weight: 400, size: 11 };
      const spots = besidePoint(view.place(mark.shape.parts[0][0]), { radius: 3, gap: 3, ...measure([line]) });
      labelWithin(context, sheet, line, spots.filter((spot) => !spot.leader), 0.9);
    }
  }
  for (const road of page.base.roads) {
    if (!view.shows(road.shape.box, 0)) continue;
    const line = { text: road.name, colour, weight: 400, size: 11 };
    const characters = measureCharacters(road.name, 400, 11).map((each) => ({ ...each, width: each.width + 3 }));
    labelWithin(context, sheet, line, besideLine(view.partsOf(road.shape)[0], { characters, size: 12, offset: 11 }), 1);
  }
  for (const neighbour of page.base.neighbours) {
    const line = { text: neighbour.name, colour: styleOf.base.neighbour_label, weight: 400, size: 13, spacing: 4 };
    labelWithin(context, sheet, line, middleOfVisible(context, view, sheet, neighbour, measure([line])), 1);
  }
}

function labelWithin(context, sheet, line, candidates, tolerated) {
  const spot = placeBest(candidates, sheet, { tolerated });
  if (spot) drawLabel(context, { lines: [line], halo: styleOf.base.neighbour }, spot);
}

/** Return spots near the middle of what is seen of an area. */
function middleOfVisible(context, view, sheet, { shape }, { width, height }) {
  if (!view.shows(shape.box, 0)) return [];
  const [left, top, right, bottom] = sheet.box;
  const path = new Path2D();
  trace({ beginPath() {}, arc() {}, moveTo: (x, y) => path.moveTo(x, y), lineTo: (x, y) => path.lineTo(x, y), closePath: () => path.closePath() }, shape, view);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  const held = [];
  for (let row = 1; row < 14; row += 1) {
    for (let column = 1; column < 18; column += 1) {
      const at = [left + ((right - left) * column) / 18, top + ((bottom - top) * row) / 14];
      const ends = [[at[0] - width / 2, at[1]], at, [at[0] + width / 2, at[1]]];
      if (ends.every(([x, y]) => context.isPointInPath(path, x, y, 'evenodd'))) held.push(at);
    }
  }
  context.restore();
  const middle = [0, 1].map((axis) => held.reduce((sum, at) => sum + at[axis], 0) / (held.length || 1));
  const distance = (at) => Math.hypot(at[0] - middle[0], at[1] - middle[1]);
  return held.sort((a, b) => distance(a) - distance(b)).slice(0, 12).map((at) => ({
    at,
    kind: 'level',
    boxes: [[at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2]],
  }));
}
