/** Draw placed labels with their white halo. */

import { contextOf } from './dom.js';
import { fontOf, styleOf } from './style.js';

const pen = contextOf(document.createElement('canvas'));

/**
 * Measure a text of one or more lines.
 * @param {LabelLine[]} lines
 */
export function measure(lines) {
  const widths = lines.map(({ text, weight, size, spacing = 0 }) => {
    pen.font = fontOf(weight, size);
    return pen.measureText(text).width + spacing * [...text].length;
  });
  return { width: Math.max(...widths) + 4, height: lines.reduce((sum, { size, plate }) => sum + size * 1.35 + (plate ? 12 : 0), 0) };
}

/**
 * Measure each character, for a text that follows a line.
 * @param {string} text
 * @param {number} weight
 * @param {number} size
 */
export function measureCharacters(text, weight, size) {
  pen.font = fontOf(weight, size);
  return [...text].map((character) => ({ text: character, width: pen.measureText(character).width + 1 }));
}

/**
 * @param {Pen} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {{ colour: string, halo: string, width: number }} given
 */
function write(context, text, x, y, { colour, halo, width }) {
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.lineWidth = width;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/**
 * Draw a label where `spot` says.
 * @param {Pen} context
 * @param {{ lines: LabelLine[], halo?: string, faded?: boolean }} given
 * @param {Spot} spot
 */
export function drawLabel(context, { lines, halo = styleOf.base.casing, faded = false }, spot) {
  const [first] = lines;
  context.save();
  context.globalAlpha = faded ? styleOf.line.faded_opacity : 1;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (spot.kind === 'along') drawAlong(context, spot, first, halo);
  else drawLevel(context, spot, lines, halo);
  context.restore();
}

/**
 * @param {Pen} context
 * @param {Spot} given
 * @param {LabelLine} more
 * @param {string} halo
 */
function drawAlong(context, { glyphs = [] }, { colour, weight, size }, halo) {
  context.font = fontOf(weight, size);
  for (const paint of /** @type {const} */ (['strokeText', 'fillText'])) {
    for (const { character, x, y, angle } of glyphs) {
      context.save();
      context.translate(x, y);
      context.rotate(angle);
      context.lineJoin = 'round';
      context.strokeStyle = halo;
      context.lineWidth = styleOf.line.halo;
      context.fillStyle = colour;
      context[paint](character, 0, 0);
      context.restore();
    }
  }
}

/**
 * @param {Pen} context
 * @param {Spot} given
 * @param {LabelLine[]} lines
 * @param {string} halo
 */
function drawLevel(context, { at = [0, 0], leader, boxes: [box] }, lines, halo) {
  if (leader) drawLeader(context, leader, lines[0].colour, halo);
  let y = box[1];
  for (const { text, colour, weight, size, spacing = 0, plate = null } of lines) {
    const height = size * 1.35 + (plate ? 12 : 0);
    context.font = fontOf(weight, size);
    context.letterSpacing = `${spacing}px`;
    if (plate) plate(context, [at[0], y + height / 2 + 2]);
    else write(context, text, at[0] + spacing / 2, y + height / 2, { colour, halo, width: styleOf.line.halo });
    y += height;
  }
  context.letterSpacing = '0px';
}

/**
 * @param {Pen} context
 * @param {[Pair, Pair]} corners
 * @param {string} colour
 * @param {string} halo
 */
function drawLeader(context, [[x0, y0], [x1, y1]], colour, halo) {
  for (const [tint, width] of /** @type {[string, number][]} */ ([[halo, 3], [colour, 1]])) {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.strokeStyle = tint;
    context.lineWidth = width;
    context.stroke();
  }
}
