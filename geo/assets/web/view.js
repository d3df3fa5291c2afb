/** A view: how world positions become pixels of one canvas. */

import { metresPerWorldPixel } from './geometry.js';

/** Make a view; `box` is the canvas in the same pixels: [left, top, right, bottom]. */
export function makeView({ zoom, origin, box, lat, ratio = 1 }) {
  const scale = 2 ** zoom;
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

/** Make the view that shows a world box in the middle of a small picture. */
export function viewOfBox(worldBox, { width, height, lat, margin = 8, ratio = 1 }) {
  const [x0, y0, x1, y1] = worldBox;
  const scale = Math.min((width - 2 * margin) / (x1 - x0), (height - 2 * margin) / (y1 - y0));
  const origin = [((x0 + x1) / 2) * scale - width / 2, ((y0 + y1) / 2) * scale - height / 2];
  return makeView({ zoom: Math.log2(scale), origin, box: [0, 0, width, height], lat, ratio });
}

/** Trace a shape as the current path; rings are closed. */
export function trace(context, shape, view) {
  context.beginPath();
  if (shape.circle) {
    const [x, y] = view.place(shape.circle.centre);
    context.arc(x, y, shape.circle.radius * view.scale, 0, 2 * Math.PI);
    return;
  }
  for (const part of view.partsOf(shape)) {
    part.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    if (shape.dimension === 2) context.closePath();
  }
}

export function stroke(context, colour, width, dash = []) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}
