/** The plate on a zone: how many tasks are only known to lie somewhere in it. */

import { hatchOf } from './hatch.js';
import { fontOf, styleOf } from './style.js';
import { stroke } from './view.js';

/**
 * Return a function that draws the plate round a middle point.
 * @param {string} text
 * @param {number} ratio
 * @returns {(context: Pen, middle: Pair) => void}
 */
export function plateOf(text, ratio) {
  return (context, [x, y]) => {
    context.font = fontOf(500, 12);
    const width = context.measureText(text).width + 44;
    const left = x - width / 2;
    context.beginPath();
    context.roundRect(left, y - 13, width, 26, 4);
    context.fillStyle = styleOf.ui.paper;
    context.fill();
    stroke(context, styleOf.base.zone_line, 1);
    context.beginPath();
    context.rect(left + 9, y - 6, 18, 12);
    context.fillStyle = hatchOf(context, styleOf.base.zone_line, ratio);
    context.fill();
    stroke(context, styleOf.base.zone_line, 1);
    context.textAlign = 'left';
    context.fillStyle = styleOf.ui.ink;
    context.fillText(text, left + 35, y + 0.5);
    context.textAlign = 'center';
  };
}
