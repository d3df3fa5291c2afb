/** The symbols of the families, on canvas and as SVG: shape by family, fill by status. */

import { svgEl } from './dom.js';
import { styleOf } from './style.js';

/**
 * @param {number} sides
 * @param {number} radius
 * @param {number} [turn]
 * @returns {Pair[]}
 */
const round = (sides, radius, turn = 0) =>
  Array.from({ length: sides }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / sides;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

/**
 * Corners in a 20-px box round the origin, y down.
 * @type {Record<string, Pair[]>}
 */
const SHAPES = {
  hexagon: round(6, 8.8),
  diamond: [[0, -9.2], [9.2, 0], [0, 9.2], [-9.2, 0]],
  square: [[-7, -7], [7, -7], [7, 7], [-7, 7]],
  house: [[-7.6, 7.6], [-7.6, -1.6], [0, -8.4], [7.6, -1.6], [7.6, 7.6]],
  circle: round(48, 7.8),
  triangle_down: [[-8.8, -6.4], [8.8, -6.4], [0, 8.6]],
  triangle_up: [[-8.8, 6.4], [0, -8.6], [8.8, 6.4]],
  cross: [[-2.8, -8], [2.8, -8], [2.8, -2.8], [8, -2.8], [8, 2.8], [2.8, 2.8],
    [2.8, 8], [-2.8, 8], [-2.8, 2.8], [-8, 2.8], [-8, -2.8], [-2.8, -2.8]],
  dot: round(32, 5),
};

/** @param {Pair[]} corners */
const pathOf = (corners) => `M${corners.map((corner) => corner.map((n) => n.toFixed(2)).join(' ')).join('L')}Z`;

/**
 * Cut away what lies above the middle line.
 * @param {Pair[]} corners
 * @returns {Pair[]}
 */
function lowerHalf(corners) {
  return corners.flatMap(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length];
    /** @type {Pair[]} */
    const kept = y >= 0 ? [[x, y]] : [];
    if (y >= 0 !== nextY >= 0) kept.push([x + ((nextX - x) * -y) / (nextY - y), 0]);
    return kept;
  });
}

/**
 * @param {string} shape
 * @param {Status} status
 */
function pathsOf(shape, status) {
  const corners = SHAPES[shape] ?? SHAPES.dot;
  const filled = { done: corners, started: lowerHalf(corners), planned: null }[status];
  return { outline: pathOf(corners), filled: filled ? pathOf(filled) : null };
}

/** Where the disc of what is late stands on a symbol, and how large it is. */
const LATE = { x: 7, y: -7, radius: 4 };

/**
 * Draw a red disc with an exclamation mark.
 * @param {Pen} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function drawLateDisc(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius + 1.2, 0, 2 * Math.PI);
  context.fillStyle = styleOf.base.casing;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = styleOf.ui.overdue;
  context.fill();
  context.fillStyle = styleOf.base.casing;
  const unit = radius / 4;
  context.fillRect(x - 0.6 * unit, y - 2.4 * unit, 1.2 * unit, 2.9 * unit);
  context.fillRect(x - 0.6 * unit, y + 1.2 * unit, 1.2 * unit, 1.2 * unit);
}

/**
 * Draw a symbol round (x, y) with its white casing.
 * @param {Pen} context
 * @param {SymbolDrawing} given
 */
export function drawSymbol(context, { shape, colour, status, x, y, size = styleOf.line.symbol, halo = null, late = false }) {
  const { outline, filled } = pathsOf(shape, status);
  const { line, base } = styleOf;
  const body = new Path2D(outline);
  context.save();
  context.translate(x, y);
  context.scale(size / 20, size / 20);
  context.lineJoin = 'round';
  if (halo) {
    strokeSymbol(context, body, halo.edge, line.symbol_stroke + 2 * (line.symbol_casing + halo.width / 2 + line.selected_edge));
    strokeSymbol(context, body, halo.colour, line.symbol_stroke + 2 * line.symbol_casing + halo.width);
  }
  strokeSymbol(context, body, base.casing, line.symbol_stroke + 2 * line.symbol_casing);
  context.fillStyle = base.casing;
  context.fill(body);
  if (filled) {
    context.fillStyle = colour;
    context.fill(new Path2D(filled));
  }
  strokeSymbol(context, body, colour, line.symbol_stroke);
  if (late) drawLateDisc(context, LATE.x, LATE.y, LATE.radius);
  context.restore();
}

/**
 * @param {Pen} context
 * @param {Path2D} body
 * @param {string} colour
 * @param {number} width
 */
function strokeSymbol(context, body, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(body);
}

/**
 * Make a symbol as SVG; a dotted one stands for a task without a place on the map.
 * @param {{ shape: string, colour: string, status: Status, size?: number, dotted?: boolean, late?: boolean, className?: string }} given
 */
export function symbolIcon({ shape, colour, status, size = 20, dotted = false, late = false, className = 'symbol' }) {
  const { outline, filled } = pathsOf(shape, status);
  return svgEl(
    'svg',
    { class: className, viewBox: late ? '-10 -12 22 22' : '-10 -10 20 20', width: size, height: size, 'aria-hidden': 'true' },
    svgEl('path', { d: outline, fill: styleOf.base.casing }),
    filled && !dotted ? svgEl('path', { d: filled, fill: colour }) : null,
    svgEl('path', {
      d: outline,
      fill: 'none',
      stroke: colour,
      'stroke-width': styleOf.line.symbol_stroke,
      'stroke-linejoin': 'round',
      'stroke-dasharray': dotted ? '2.2 2.2' : null,
    }),
    late ? [
      svgEl('circle', { cx: LATE.x, cy: LATE.y, r: LATE.radius, fill: styleOf.ui.overdue, stroke: styleOf.base.casing }),
      svgEl('path', { d: 'M7-9.2V-6.6M7-5.4V-4.8', stroke: styleOf.base.casing, 'stroke-width': 1.2 }),
    ] : null,
  );
}
