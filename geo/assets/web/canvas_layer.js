/** A Leaflet layer that is one canvas, redrawn when the map has moved and scaled while it zooms. */

import { makeView } from './view.js';

/** `draw(context, view)` draws in layer pixels. */
export const CanvasLayer = L.Renderer.extend({
  options: { padding: 0.25, draw: null, pane: 'overlayPane' },

  _initContainer() {
    this._container = document.createElement('canvas');
    this._container.className = 'planmap-canvas';
    this._container.setAttribute('aria-hidden', 'true');
    this._context = this._container.getContext('2d');
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
    delete this._context;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = Math.round(size.x * ratio);
    this._container.height = Math.round(size.y * ratio);
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this.redraw();
  },

  /** Return the view of the canvas as it stands. */
  view() {
    const { min, max } = this._bounds;
    const origin = this._map.getPixelOrigin();
    return makeView({
      zoom: this._map.getZoom(),
      origin: [origin.x, origin.y],
      box: [min.x, min.y, max.x, max.y],
      lat: this._map.getCenter().lat,
      ratio: window.devicePixelRatio || 1,
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
});

/** Put a canvas into a pane of its own. */
export function addCanvas(map, { pane, zIndex, draw }) {
  const element = map.createPane(pane);
  element.style.zIndex = String(zIndex);
  element.style.pointerEvents = 'none';
  return new CanvasLayer({ pane, draw }).addTo(map);
}
