/** A view: how world positions become pixels of one canvas. */

import { metresPerWorldPixel } from './geometry.js';

/**
 * Make a view; `box` is the canvas in the same pixels: [left, top, right, bottom].
 * @param {{ zoom: number, origin: Pair, box: Box, lat: number, ratio?: number }} given
 * @returns {View}
 */
export function makeView({ zoom, origin, box, lat, ratio = 1 }) {
  const scale = 2 ** zoom;
  /**
   * @param {Pair} position
   * @returns {Pair}
   */
  const place = ([x, y]) => [x * scale - origin[0], y * scale - origin[1]];
  return {
    zoom, scale, origin, box, ratio, place,
    metresPerPixel: metresPerWorldPixel(lat) / scale,
    partsOf: (shape) => shape.parts.map((part) => part.map(place)),
    shows: ([x0, y0, x1, y1], margin = 40) => {
      const [left, top] = place([x0, y0]);
      const [right, bottom] = place([x1, y1]);
      return right > box[0] - margin && left < box[2] + margin && bottom > box[1] - margin && top < box[3] + margin;
    },
  };
}

/**
 * Make the view that shows a world box in the middle of a small picture.
 * @param {Box} worldBox
 * @param {{ width: number, height: number, lat: number, margin?: number, ratio?: number }} given
 * @returns {View}
 */
export function viewOfBox(worldBox, { width, height, lat, margin = 8, ratio = 1 }) {
  const [x0, y0, x1, y1] = worldBox;
  const scale = Math.min((width - 2 * margin) / (x1 - x0), (height - 2 * margin) / (y1 - y0));
  /** @type {Pair} */
  const origin = [((x0 + x1) / 2) * scale - width / 2, ((y0 + y1) / 2) * scale - height / 2];
  return makeView({ zoom: Math.log2(scale), origin, box: [0, 0, width, height], lat, ratio });
}

/**
 * Trace a shape as the current path; rings are closed.
 * @param {Pen} context
 * @param {Shape} shape
 * @param {View} view
 */
export function trace(context, shape, view) {
  context.beginPath();
  if (shape.circle) {
    const [x, y] = view.place(shape.circle.centre);
    context.arc(x, y, shape.circle.radius * view.scale, 0, 2 * Math.PI);
    return;
  }
  traceParts(context, shape, view);
}

/**
 * Trace lines or rings.
 * @param {Pen | Path2D} path
 * @param {Shape} shape
 * @param {View} view
 */
export function traceParts(path, shape, view) {
  for (const part of view.partsOf(shape)) {
    part.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
    if (shape.dimension === 2) path.closePath();
  }
}

/**
 * @param {Pen} context
 * @param {string | CanvasPattern} colour
 * @param {number} width
 * @param {number[]} [dash]
 */
export function stroke(context, colour, width, dash = []) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}
