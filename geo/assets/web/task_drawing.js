/** Draw tasks at their places: colour and shape by family, fill by status, texture by precision. */

import { alongLine, lengthOf } from './geometry.js';
import { hatchOf } from './hatch.js';
import { styleOf } from './style.js';
import { drawLateDisc, drawSymbol } from './symbols.js';
import { stroke, trace } from './view.js';

/**
 * Areas lie lowest, the largest first; then lines, then points.
 * @param {Site[]} sites
 * @returns {Site[]}
 */
export function inDrawingOrder(sites) {
  /** @param {Shape} given */
  const extent = ({ box }) => (box[2] - box[0]) * (box[3] - box[1]);
  return [...sites].sort((a, b) => b.shape.dimension - a.shape.dimension
    || (a.shape.dimension === 2 ? extent(b.shape) - extent(a.shape) : 0)
    || Number(b.kind === 'tunnel') - Number(a.kind === 'tunnel'));
}

/**
 * Where a point is drawn: symbols of different places that would hide each other stand side by side.
 * @param {Site} site
 * @param {View} view
 * @returns {Pair}
 */
export function pointOf(site, view) {
  const [x, y] = view.place(site.shape.parts[0][0]);
  return site.shift ? [x + site.shift, y] : [x, y];
}

/**
 * Move later points aside, in pixels of this view, until each is seen.
 * @param {Site[]} sites
 * @param {View} view
 */
export function spreadPoints(sites, view) {
  const reach = styleOf.line.ring_radius;
  /** Taken positions by square; one that hides another lies in the same square or the next. @type {Map<string, Pair[]>} */
  const squares = new Map();
  /** @param {number} column @param {number} row */
  const keyOf = (column, row) => `${column} ${row}`;
  /** @param {Pair} at */
  const hidden = ([x, y]) => {
    const [column, row] = [Math.floor(x / reach), Math.floor(y / reach)];
    return [-1, 0, 1].some((across) => [-1, 0, 1].some((down) => squares.get(keyOf(column + across, row + down))?.some(([left, top]) => Math.hypot(left - x, top - y) < reach)));
  };
  for (const site of sites.filter(({ shape }) => shape.dimension === 0).reverse()) {
    site.shift = 0;
    while (hidden(pointOf(site, view))) site.shift += styleOf.line.symbol;
    const at = pointOf(site, view);
    const key = keyOf(Math.floor(at[0] / reach), Math.floor(at[1] / reach));
    squares.set(key, [...(squares.get(key) ?? []), at]);
  }
}

/**
 * Draw one site; `selected` puts a halo round it, `faded` steps back behind another selection.
 * @param {Pen} context
 * @param {View} view
 * @param {Site} site
 * @param {{ selected?: boolean, hovered?: boolean, faded?: boolean }} [given]
 */
export function drawSite(context, view, site, { selected = false, hovered = false, faded = false } = {}) {
  if (!view.shows(site.shape.box)) return;
  context.save();
  context.globalAlpha = faded ? styleOf.line.faded_opacity : 1;
  const draw = [drawPoint, drawLine, drawArea][site.shape.dimension];
  draw(context, view, site, { selected, hovered });
  if (site.late && site.shape.dimension > 0) drawLateDisc(context, ...markOf(site, view), LATE_RADIUS);
  context.restore();
}

const LATE_RADIUS = 7;

/**
 * Where a line or an area is marked as late: in its middle, or on top of its circle.
 * @param {Site} given
 * @param {View} view
 * @returns {Pair}
 */
function markOf({ shape }, view) {
  if (shape.circle) {
    const [x, y] = view.place(shape.circle.centre);
    return [x, y - shape.circle.radius * view.scale];
  }
  const [part] = view.partsOf(shape);
  return alongLine(part, lengthOf(part) / 2);
}

const halo = () => ({ colour: styleOf.ui.selected_halo, edge: styleOf.ui.ink, width: styleOf.line.selected_halo });

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Site} site
 * @param {{ selected: boolean, hovered: boolean }} given
 */
function drawPoint(context, view, site, { selected, hovered }) {
  const { line } = styleOf;
  const [x, y] = pointOf(site, view);
  const street = site.precision !== 'exact';
  if (street) {
    context.beginPath();
    context.arc(x, y, line.ring_radius, 0, 2 * Math.PI);
    stroke(context, styleOf.base.casing, line.ring_stroke + 2);
    stroke(context, site.family.colour, line.ring_stroke, [line.ring_dash, line.ring_gap]);
  }
  drawSymbol(context, {
    shape: site.family.shape,
    colour: site.family.colour,
    status: site.status,
    x, y,
    size: line.symbol * (street ? line.street_symbol_share : 1),
    halo: selected || hovered ? halo() : null,
    late: site.late,
  });
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Site} site
 * @param {{ selected: boolean, hovered: boolean }} given
 */
function drawLine(context, view, site, { selected, hovered }) {
  const { line, base, ui } = styleOf;
  const { colour } = site.family;
  const share = view.zoom < line.task_far_below_zoom ? line.task_far / line.task : 1;
  const width = line.task * share;
  const tunnel = site.kind === 'tunnel' ? 2 * (line.tunnel_clearance + line.tunnel_edge) : 0;
  /**
   * @param {string} tint
   * @param {number} thickness
   * @param {number[]} [dash]
   */
  const pass = (tint, thickness, dash) => stroke(context, tint, thickness, dash);
  context.lineJoin = 'round';
  trace(context, site.shape, view);
  if (selected) drawUncertainty(context, view, site);
  context.lineCap = 'round';
  if (selected || hovered) {
    pass(ui.ink, width + tunnel + line.selected_halo + 2 * line.selected_edge);
    pass(ui.selected_halo, width + tunnel + line.selected_halo);
  }
  context.lineCap = 'butt';
  if (tunnel) {
    pass(base.casing, width + tunnel + 2 * line.task_casing);
    pass(colour, width + tunnel, [line.tunnel_dash, line.tunnel_gap]);
    pass(base.casing, width + 2 * line.tunnel_clearance);
  } else {
    context.lineCap = 'round';
    pass(base.casing, width + 2 * line.task_casing);
  }
  pass(colour, width);
  if (site.status === 'done') return;
  context.lineCap = 'butt';
  pass(base.casing, width - 2 * line.task_edge * share);
  if (site.status === 'started') {
    pass(colour, width - 2 * line.task_edge * share, [line.started_dash * share, line.started_gap * share]);
  }
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Site} site
 */
function drawUncertainty(context, view, site) {
  const before = context.globalAlpha;
  context.globalAlpha = styleOf.line.uncertainty_opacity;
  context.lineCap = 'round';
  stroke(context, site.family.colour, (2 * site.uncertainty_m) / view.metresPerPixel);
  context.globalAlpha = before;
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {Site} site
 * @param {{ selected: boolean, hovered: boolean }} given
 */
function drawArea(context, view, site, { selected, hovered }) {
  const { line, base, ui } = styleOf;
  const { colour } = site.family;
  const before = context.globalAlpha;
  trace(context, site.shape, view);
  context.globalAlpha = before * line.area_hatch_opacity * (selected ? 1.6 : 1);
  context.fillStyle = hatchOf(context, colour, view.ratio);
  context.fill('evenodd');
  context.globalAlpha = before;
  if (selected || hovered) {
    stroke(context, ui.ink, line.area + line.selected_halo + 2 * line.selected_edge);
    stroke(context, ui.selected_halo, line.area + line.selected_halo);
  } else {
    stroke(context, base.casing, line.area + 2 * line.task_casing);
  }
  stroke(context, colour, line.area, [line.area_dash, line.area_gap]);
}
