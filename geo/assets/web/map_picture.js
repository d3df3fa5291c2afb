/** The map as a picture of any size: what the reader sees, drawn anew instead of copied from the screen. */

import { coveredBelow } from './fitting.js';
import { toLonLat, toWorld } from './geometry.js';
import { graticuleMarks } from './graticule.js';
import { drawGround, drawOverTiles } from './ground.js';
import { drawLabels } from './labels.js';
import { scaleOf } from './map_controls.js';
import { chosenSites, page } from './page.js';
import { fontOf, styleOf } from './style.js';
import { drawSites } from './task_layer.js';
import { drawTiles } from './tile_picture.js';
import { viewOfBox } from './view.js';

/** Return what is seen of the map: its world box, and its size on screen. */
export function seenMap() {
  const { x: width, y } = page.map.getSize();
  const height = y - coveredBelow(page.map);
  const corners = /** @type {Pair[]} */ ([[0, 0], [width, height]]).map((point) => {
    const { lat, lng } = page.map.containerPointToLatLng(point);
    return toWorld([lng, lat]);
  });
  return { box: /** @type {Box} */ (corners.flat()), width, height };
}

/**
 * Stand in for the map where the graticule is drawn on paper.
 * @param {View} view
 * @param {{ width: number, height: number }} given
 * @returns {MapFrame}
 */
function paperMap(view, { width, height }) {
  /**
   * @param {Pair} position
   * @returns {LonLat}
   */
  const at = ([x, y]) => {
    const [lon, lat] = toLonLat([(x + view.origin[0]) / view.scale, (y + view.origin[1]) / view.scale]);
    return [lat, lon];
  };
  return {
    getBounds: () => L.latLngBounds(at([0, height]), at([width, 0])),
    getSize: () => L.point(width, height),
    latLngToContainerPoint: ([lat, lon]) => L.point(view.place(toWorld([lon, lat]))),
  };
}

/**
 * Draw what is seen of the map at (left, top) of a canvas into a frame of width and height, in units of 1 / ratio px.
 * @param {Pen} context
 * @param {{ box: Box, left?: number, top?: number, width: number, height: number, ratio: number, tiles: boolean }} given
 */
export function drawMapPicture(context, { box, left = 0, top = 0, width, height, ratio, tiles }) {
  const view = viewOfBox(box, { width, height, lat: page.map.getCenter().lat, margin: 0, ratio });
  const map = paperMap(view, { width, height });
  context.save();
  context.setTransform(ratio, 0, 0, ratio, left * ratio, top * ratio);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  drawGround(context, view, map);
  if (tiles && page.online) {
    drawTiles(context, view);
    drawOverTiles(context, view, map);
  }
  drawSites(context, view);
  drawLabels(context, view, page, { inner: [4, 18, width - 4, height - 4], selected: chosenSites(), covered: [[0, height - 34, 170, height], [0, 0, 52, height]] });
  drawMarks(context, map);
  drawScale(context, view, height);
  context.restore();
  // Symbols that stand side by side do so by pixels of the screen.
  page.redraw();
}

/**
 * @param {Pen} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
function haloText(context, text, x, y) {
  context.strokeStyle = styleOf.base.casing;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/**
 * @param {Pen} context
 * @param {MapFrame} map
 */
function drawMarks(context, map) {
  context.font = fontOf(400, 10);
  context.fillStyle = styleOf.ui.third;
  context.textBaseline = 'top';
  for (const { edge, at, text } of graticuleMarks(map)) {
    context.textAlign = edge === 'top' ? 'center' : 'left';
    haloText(context, text, edge === 'top' ? at : 4, edge === 'top' ? 4 : at - 14);
  }
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {number} height
 */
function drawScale(context, view, height) {
  const { pixels, label } = scaleOf(view.metresPerPixel);
  const [x, y] = [14, height - 12];
  context.fillStyle = styleOf.base.casing;
  context.fillRect(x - 6, y - 14, pixels + 62, 20);
  context.strokeStyle = styleOf.ui.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x, y);
  context.lineTo(x + pixels, y);
  context.lineTo(x + pixels, y - 5);
  context.stroke();
  context.font = fontOf(400, 12);
  context.fillStyle = styleOf.ui.ink;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(label, x + pixels + 8, y);
}
