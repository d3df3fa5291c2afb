/** The names of what is no task: landmarks, roads, neighbours. */

import { measure, measureCharacters, drawLabel } from './label_drawing.js';
import { besideLine, besidePoint, placeBest } from './label_placing.js';
import { styleOf } from './style.js';
import { traceParts } from './view.js';

/**
 * @param {Pen} context
 * @param {View} view
 * @param {LabelSheet} sheet
 * @param {Page} page
 */
export function labelContext(context, view, sheet, page) {
  const colour = styleOf.base.context_label;
  if (view.zoom >= styleOf.line.landmark_label_from_zoom) {
    for (const mark of page.base.landmarks) {
      const line = { text: mark.name, colour, weight: 400, size: 11 };
      const spots = besidePoint(view.place(mark.shape.parts[0][0]), { radius: 3, gap: 3, ...measure([line]) });
      labelWithin(context, sheet, line, spots, 0.9);
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

/**
 * @param {Pen} context
 * @param {LabelSheet} sheet
 * @param {LabelLine} line
 * @param {Spot[]} candidates
 * @param {number} tolerated
 */
function labelWithin(context, sheet, line, candidates, tolerated) {
  const spot = placeBest(candidates, sheet, { tolerated });
  if (spot) drawLabel(context, { lines: [line], halo: styleOf.base.neighbour }, spot);
}

/**
 * Return spots near the middle of what is seen of an area.
 * @param {Pen} context
 * @param {View} view
 * @param {LabelSheet} sheet
 * @param {{ shape: Shape }} given
 * @param {{ width: number, height: number }} more
 * @returns {Spot[]}
 */
function middleOfVisible(context, view, sheet, { shape }, { width, height }) {
  if (!view.shows(shape.box, 0)) return [];
  const [left, top, right, bottom] = sheet.box;
  const path = new Path2D();
  traceParts(path, shape, view);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  /** @type {Pair[]} */
  const held = [];
  for (let row = 1; row < 14; row += 1) {
    for (let column = 1; column < 18; column += 1) {
      /** @type {Pair} */
      const at = [left + ((right - left) * column) / 18, top + ((bottom - top) * row) / 14];
      const ends = [[at[0] - width / 2, at[1]], at, [at[0] + width / 2, at[1]]];
      if (ends.every(([x, y]) => context.isPointInPath(path, x, y, 'evenodd'))) held.push(at);
    }
  }
  context.restore();
  const middle = [0, 1].map((axis) => held.reduce((sum, at) => sum + at[axis], 0) / (held.length || 1));
  /** @param {Pair} at */
  const distance = (at) => Math.hypot(at[0] - middle[0], at[1] - middle[1]);
  return held.sort((a, b) => distance(a) - distance(b)).slice(0, 12).map((at) => ({
    at,
    kind: 'level',
    boxes: [[at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2]],
  }));
}
