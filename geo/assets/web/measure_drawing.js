/** Draw what is being measured. */

import { toWorld } from './geometry.js';
import { measuredLength } from './measure_text.js';
import { fontOf, styleOf } from './style.js';
import { stroke } from './view.js';

const LINE_PX = 2.5;
const POINT_PX = 4;
const INSIDE_TINT = 0.08;
const CLOSING_DASH = [3, 4];

/**
 * `pointer` is where the next point would be, or null; `length` is written beside the end.
 * @param {Pen} context
 * @param {View} view
 * @param {{ points: LonLat[], pointer: LonLat | null, length: number }} given
 */
export function drawMeasured(context, view, { points, pointer, length }) {
  const placed = points.map((point) => view.place(toWorld(point)));
  const reached = pointer ? [...placed, view.place(toWorld(pointer))] : placed;
  if (!placed.length) return;
  const end = reached[reached.length - 1];
  const { ui } = styleOf;
  context.lineJoin = 'round';
  if (reached.length > 2) {
    trail(context, reached);
    context.save();
    context.globalAlpha = INSIDE_TINT;
    context.fillStyle = ui.link;
    context.fill();
    context.restore();
    trail(context, [end, reached[0]]);
    stroke(context, ui.link, 1, CLOSING_DASH);
  }
  trail(context, reached);
  stroke(context, ui.paper, LINE_PX + 3);
  stroke(context, ui.link, LINE_PX);
  for (const [x, y] of placed) {
    context.beginPath();
    context.arc(x, y, POINT_PX, 0, 2 * Math.PI);
    context.fillStyle = ui.paper;
    context.fill();
    stroke(context, ui.link, 2);
  }
  if (reached.length > 1) writeAt(context, end, measuredLength(length));
}

/**
 * @param {Pen} context
 * @param {Pair[]} points
 */
function trail(context, points) {
  context.beginPath();
  points.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
}

/**
 * @param {Pen} context
 * @param {Pair} position
 * @param {string} text
 */
function writeAt(context, [x, y], text) {
  context.font = fontOf(600, 12);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.strokeStyle = styleOf.ui.paper;
  context.lineWidth = styleOf.line.halo;
  context.strokeText(text, x + 10, y - 8);
  context.fillStyle = styleOf.ui.link;
  context.fillText(text, x + 10, y - 8);
}
