/** Draw what lies under the tasks. */

import { readShape } from './geometry.js';
import { hatchOf } from './hatch.js';
import { styleOf } from './style.js';
import { stroke, trace } from './view.js';

/**
 * Read the shapes of a base layer's data once.
 * @param {BaseData} data
 */
export function readBase(data) {
  /**
   * @param {OutlineData} row
   * @returns {Outline}
   */
  const withShape = (row) => ({ ...row, shape: readShape(row.shape) });
  return {
    around: data.around,
    district: data.district.map(withShape),
    neighbours: data.neighbours.map(withShape),
    zones: data.zones.map(withShape),
    otherZones: data.otherZones.map(withShape),
    roads: data.roads.map(withShape),
    landmarks: data.landmarks.map(withShape),
  };
}

/**
 * Draw the base; zones whose id is in `hatched` hold tasks that are only known to lie in them.
 * @param {Pen} context
 * @param {View} view
 * @param {Base} base
 * @param {{ hatched?: Set<string>, hatchColour?: string | null, landmarks?: boolean }} [given]
 */
export function drawBase(context, view, base, { hatched = new Set(), hatchColour = null, landmarks = true } = {}) {
  const { base: colours, line } = styleOf;
  const [left, top, right, bottom] = view.box;
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  context.fillStyle = colours.outside;
  context.fillRect(left, top, right - left, bottom - top);
  for (const { shape } of base.neighbours) {
    trace(context, shape, view);
    context.fillStyle = colours.neighbour;
    context.fill('evenodd');
    stroke(context, colours.neighbour_line, line.neighbour);
  }
  for (const { shape } of base.district) drawDistrict(context, view, shape);
  for (const zone of base.otherZones) drawZone(context, view, zone.shape, { rim: false });
  for (const zone of base.zones) drawZone(context, view, zone.shape, { rim: hatched.has(zone.id), hatchColour });
  if (base.zones.length || base.otherZones.length) drawOutline(context, view, base.district);
  drawRoads(context, view, base.roads);
  if (landmarks) drawLandmarks(context, view, base.landmarks);
}

/**
 * Draw limits alone, cased so that they are seen on any ground.
 * @param {Pen} context
 * @param {View} view
 * @param {Base} base
 * @param {{ hatched: Set<string>, hatchColour: string | null }} given
 */
export function drawLimits(context, view, base, { hatched, hatchColour }) {
  const { base: colours, line } = styleOf;
  for (const { shape } of [...base.otherZones, ...base.zones, ...base.district]) {
    trace(context, shape, view);
    stroke(context, colours.casing, line.zone + 2 * line.symbol_casing);
  }
  drawOutline(context, view, base.district);
  for (const zone of base.otherZones) drawZone(context, view, zone.shape, { rim: false, ground: false });
  for (const zone of base.zones) drawZone(context, view, zone.shape, { rim: hatched.has(zone.id), hatchColour, ground: false });
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Shape} shape
 */
function drawDistrict(context, view, shape) {
  const { base: colours, line } = styleOf;
  trace(context, shape, view);
  context.fillStyle = colours.district;
  context.fill('evenodd');
  context.save();
  context.clip('evenodd');
  stroke(context, colours.district_band, 2 * line.district_band);
  context.restore();
  stroke(context, colours.district_line, line.district);
}

/**
 * The district's own line goes on over zones that someone draws across it.
 * @param {Pen} context
 * @param {View} view
 * @param {Outline[]} district
 */
function drawOutline(context, view, district) {
  for (const { shape } of district) {
    trace(context, shape, view);
    stroke(context, styleOf.base.district_line, styleOf.line.district);
  }
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Shape} shape
 * @param {{ rim: boolean, hatchColour?: string | null, ground?: boolean }} given
 */
function drawZone(context, view, shape, { rim, hatchColour = null, ground = true }) {
  const { base: colours, line } = styleOf;
  trace(context, shape, view);
  context.fillStyle = colours.zone;
  if (ground) context.fill('evenodd');
  if (rim) {
    context.save();
    context.clip('evenodd');
    if (hatchColour) {
      context.globalAlpha = line.area_hatch_opacity;
      context.fillStyle = hatchOf(context, hatchColour, view.ratio);
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    stroke(context, hatchOf(context, hatchColour ?? colours.zone_hatch, view.ratio), 2 * line.zone_rim);
    context.restore();
  }
  stroke(context, colours.zone_line, line.zone, [line.zone_dash, line.zone_gap]);
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Outline[]} roads
 */
function drawRoads(context, view, roads) {
  const { base: colours, line } = styleOf;
  const share = view.zoom < line.task_far_below_zoom ? line.task_far / line.task : 1;
  context.lineCap = 'round';
  /** @type {[string, number][]} */
  const strokes = [[colours.road_casing, line.road_casing], [colours.road, line.road]];
  for (const [colour, width] of strokes) {
    for (const { shape } of roads) {
      trace(context, shape, view);
      stroke(context, colour, width * share);
    }
  }
  context.lineCap = 'butt';
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Outline[]} landmarks
 */
function drawLandmarks(context, view, landmarks) {
  const { base: colours, line } = styleOf;
  if (view.zoom < line.landmark_label_from_zoom - 1) return;
  const half = line.landmark / 2;
  for (const { shape } of landmarks) {
    const [x, y] = view.place(shape.parts[0][0]);
    context.fillStyle = colours.landmark;
    context.fillRect(x - half, y - half, line.landmark, line.landmark);
  }
}
