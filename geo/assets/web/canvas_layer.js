/** A Leaflet layer that is one canvas, redrawn when the map has moved and scaled while it zooms. */

import { contextOf } from './dom.js';
import { makeView } from './view.js';

/**
 * Return the layer point next to a layer point that lies on whole pixels of the screen.
 * @param {L.Map} map
 * @param {L.Point} point
 * @param {number} ratio
 */
function onDevicePixels(map, point, ratio) {
  const frame = map.getContainer().getBoundingClientRect();
  const shift = map.layerPointToContainerPoint([0, 0]).add([frame.left + window.scrollX, frame.top + window.scrollY]);
  return point.add(shift).multiplyBy(ratio).round().divideBy(ratio).subtract(shift);
}

/**
 * `draw(context, view)` draws in layer pixels.
 * @type {ThisType<RendererParts & CanvasLayer>}
 */
const canvasParts = {
  options: { padding: 0.25, draw: null, pane: 'overlayPane' },

  _initContainer() {
    this._container = document.createElement('canvas');
    this._container.className = 'planmap-canvas';
    this._container.setAttribute('aria-hidden', 'true');
    this._context = contextOf(this._container);
  },

  _destroyContainer() {
    this._container.remove();
    delete this._context;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    const renderer = /** @type {RendererParts} */ (/** @type {unknown} */ (L.Renderer.prototype));
    renderer._update.call(this);
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    const { _container: canvas } = this;
    canvas.width = Math.round(size.x * ratio);
    canvas.height = Math.round(size.y * ratio);
    canvas.style.width = `${canvas.width / ratio}px`;
    canvas.style.height = `${canvas.height / ratio}px`;
    this._corner = onDevicePixels(this._map, this._bounds.min, ratio);
    L.DomUtil.setPosition(canvas, this._corner);
    this.redraw();
  },

  /** Leaflet would move the canvas once more here, by the fraction of a pixel that rounding left: a blur. */
  _reset() {
    this._update();
  },

  /** Return the view of the canvas as it stands. */
  view() {
    const ratio = window.devicePixelRatio || 1;
    const { x, y } = this._corner;
    const origin = this._map.getPixelOrigin();
    return makeView({
      zoom: this._map.getZoom(),
      origin: [origin.x, origin.y],
      box: [x, y, x + this._container.width / ratio, y + this._container.height / ratio],
      lat: this._map.getCenter().lat,
      ratio,
    });
  },

  redraw() {
    if (!this._bounds || !this._context) return this;
    const view = this.view();
    const { _context: context } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this._container.width, this._container.height);
    context.setTransform(view.ratio, 0, 0, view.ratio, -view.box[0] * view.ratio, -view.box[1] * view.ratio);
    this.options.draw(context, view);
    return this;
  },
};

/** @type {new (options: { pane: string, draw: RendererParts['options']['draw'] }) => CanvasLayer} */
export const CanvasLayer = /** @type {any} */ (L.Renderer.extend(canvasParts));

/**
 * Put a canvas into a pane of its own.
 * @param {L.Map} map
 * @param {{ pane: string, zIndex: number, draw: (context: Pen, view: View) => void }} given
 * @returns {CanvasLayer}
 */
export function addCanvas(map, { pane, zIndex, draw }) {
  const element = map.createPane(pane);
  element.style.zIndex = String(zIndex);
  element.style.pointerEvents = 'none';
  return new CanvasLayer({ pane, draw }).addTo(map);
}
