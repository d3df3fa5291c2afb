/** 45-degree hatching: the texture of doubt. */

import { contextOf } from './dom.js';
import { styleOf } from './style.js';

/** @type {Map<string, CanvasPattern>} */
const patterns = new Map();

/**
 * Return a canvas pattern of thin diagonal lines in one colour.
 * @param {Pen} context
 * @param {string} colour
 * @param {number} ratio
 * @returns {CanvasPattern}
 */
export function hatchOf(context, colour, ratio) {
  const key = `${colour} ${ratio}`;
  const pattern = patterns.get(key) ?? makeHatch(context, colour, ratio);
  patterns.set(key, pattern);
  return pattern;
}

/**
 * @param {Pen} context
 * @param {string} colour
 * @param {number} ratio
 */
function makeHatch(context, colour, ratio) {
  const step = Math.round(styleOf.line.hatch_step * ratio);
  const tile = document.createElement('canvas');
  tile.width = step;
  tile.height = step;
  const pen = contextOf(tile);
  pen.strokeStyle = colour;
  pen.lineWidth = styleOf.line.hatch * ratio;
  pen.lineCap = 'square';
  pen.beginPath();
  for (const shift of [-step, 0, step]) {
    pen.moveTo(shift, step);
    pen.lineTo(shift + step, 0);
  }
  pen.stroke();
  const pattern = /** @type {CanvasPattern} */ (context.createPattern(tile, 'repeat'));
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
