/** 45-degree hatching: the texture of doubt. */

import { styleOf } from './style.js';

const patterns = new Map();

/** Return a canvas pattern of thin diagonal lines in one colour. */
export function hatchOf(context, colour, ratio) {
  const key = `${colour} ${ratio}`;
  if (!patterns.has(key)) patterns.set(key, makeHatch(context, colour, ratio));
  return patterns.get(key);
}

function makeHatch(context, colour, ratio) {
  const step = Math.round(styleOf.line.hatch_step * ratio);
  const tile = document.createElement('canvas');
  tile.width = step;
  tile.height = step;
  const pen = tile.getContext('2d');
  pen.strokeStyle = colour;
  pen.lineWidth = styleOf.line.hatch * ratio;
  pen.lineCap = 'square';
  pen.beginPath();
  for (const shift of [-step, 0, step]) {
    pen.moveTo(shift, step);
    pen.lineTo(shift + step, 0);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
