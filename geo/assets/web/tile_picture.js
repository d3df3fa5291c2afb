/** The tiles that are on screen, drawn into a picture or on paper. */

import { page } from './page.js';
import { styleOf } from './style.js';

/**
 * Draw the tiles that are there; each lies where it lies on screen.
 * @param {Pen} context
 * @param {View} view
 */
export function drawTiles(context, view) {
  if (!page.online) return;
  context.save();
  context.globalAlpha = styleOf.line.tile_opacity;
  for (const { image, corners, parts, column, row } of page.online.tiles.tiles()) {
    const [nw, ne, sw] = corners.map(({ x, y }) => view.place([x, y]));
    const [width, height] = [image.naturalWidth / parts, image.naturalHeight / parts];
    context.save();
    context.transform((ne[0] - nw[0]) / width, (ne[1] - nw[1]) / width, (sw[0] - nw[0]) / height, (sw[1] - nw[1]) / height, nw[0], nw[1]);
    context.drawImage(image, column * width, row * height, width, height, 0, 0, width, height);
    context.restore();
  }
  context.restore();
}
