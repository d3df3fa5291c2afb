/** Tiles of any datum on a map in WGS 84: each tile, or part of one, lies where its own corners belong; so the shift follows the view. */

import { fromWgs84, toWgs84 } from './datum_shift.js';

/** How far a view may bend between its corners, in pixels. */
const BEND_PX = 4;
/** Tiles that end within a pixel of the screen would let the ground through. */
const OVERLAP_PX = 1.5;
const TILE_PX = 256;
/** BD-09 has waves of 13 km, by which a tile of zoom 12 bends by 3 px; a quarter of it by less than 1. */
const PARTS_OF_BD09 = 2;

/**
 * @type {ThisType<OffsetTiles>}
 */
const offsetTileParts = {
  options: { datum: 'WGS84', across: 1 },

  /**
   * The view's pixels, as the tiles count them.
   * @param {L.LatLng} center
   */
  _getTiledPixelBounds(center) {
    const bounds = tileLayerParts()._getTiledPixelBounds.call(this, center);
    if (!this._isOffset()) return bounds;
    const corners = [bounds.getTopLeft(), bounds.getTopRight(), bounds.getBottomLeft(), bounds.getBottomRight()];
    const moved = L.bounds(corners.map((corner) => this._moved(corner, fromWgs84)));
    return L.bounds(moved.getTopLeft().subtract([BEND_PX, BEND_PX]), moved.getBottomRight().add([BEND_PX, BEND_PX]));
  },

  /**
   * @param {L.Coords} coords
   * @param {Node} container
   */
  _addTile(coords, container) {
    tileLayerParts()._addTile.call(this, coords, container);
    if (!this._isOffset()) return;
    const { el } = this._tiles[this._tileCoordsToKey(coords)];
    const [nw, ne, sw] = this._cornersOf(coords).map((corner) => corner.subtract(this._level.origin));
    const { across: parts } = this.options;
    const { column, row } = this._partOf(coords);
    const { x: size } = this.getTileSize();
    const [right, down] = [ne, sw].map((corner) => corner.subtract(nw).divideBy(size - OVERLAP_PX));
    const at = nw.subtract([OVERLAP_PX / 2, OVERLAP_PX / 2]).subtract(right.multiplyBy(column * size)).subtract(down.multiplyBy(row * size));
    const insets = [row, parts - 1 - column, parts - 1 - row, column].map((share) => `${share * size}px`);
    Object.assign(el.style, {
      width: `${parts * size}px`,
      height: `${parts * size}px`,
      clipPath: parts === 1 ? '' : `inset(${insets.join(' ')})`,
      // Leaflet adds the light of neighbours up, which takes edges that only touch.
      mixBlendMode: 'normal',
      transformOrigin: '0 0',
      transform: `matrix(${[right.x, right.y, down.x, down.y, at.x, at.y].join(', ')})`,
    });
  },

  /**
   * Return the address of the tile of which this is a part.
   * @param {L.Coords} coords
   */
  getTileUrl(coords) {
    const { across: parts } = this.options;
    if (parts === 1) return tileLayerParts().getTileUrl.call(this, coords);
    const whole = Object.assign(L.point(Math.floor(coords.x / parts), Math.floor(coords.y / parts)), { z: coords.z });
    const counting = Object.create(this);
    counting._globalTileRange = L.bounds([0, 0], [0, (this._globalTileRange.getBottomRight().y + 1) / parts - 1]);
    return tileLayerParts().getTileUrl.call(counting, whole);
  },

  /**
   * Return which part of its tile this is.
   * @param {L.Coords} coords
   */
  _partOf({ x, y }) {
    const { across: parts } = this.options;
    return { column: ((x % parts) + parts) % parts, row: ((y % parts) + parts) % parts };
  },

  /**
   * Leaflet would give the tile an empty picture of its own making, which no strict policy takes.
   * @param {string} key
   */
  _removeTile(key) {
    this._tiles[key]?.el.removeAttribute('src');
    gridLayerParts()._removeTile.call(this, key);
  },

  _abortLoading() {
    for (const [key, { coords, el }] of Object.entries(this._tiles)) {
      if (coords.z !== this._tileZoom && !el.complete) this._removeTile(key);
    }
  },

  _isOffset() {
    return this.options.datum === 'GCJ-02' || this.options.datum === 'BD-09';
  },

  /**
   * Return where the tile's corners lie in WGS 84, in pixels of its zoom: north-west, north-east, south-west.
   * @param {L.Coords} coords
   */
  _cornersOf({ x, y }) {
    const size = this.getTileSize();
    return [[x, y], [x + 1, y], [x, y + 1]].map(([column, row]) => this._moved(L.point(column, row).scaleBy(size), toWgs84));
  },

  /**
   * @param {L.Point} pixel
   * @param {typeof toWgs84} move
   */
  _moved(pixel, move) {
    const { lat, lng } = this._map.unproject(pixel, this._tileZoom);
    const [lon, newLat] = move([lng, lat], this.options.datum);
    return this._map.project([newLat, lon], this._tileZoom);
  },

  /** Return the tiles, or parts, that are there, each with its corners on the Mercator square of zoom 0. */
  tilesShown() {
    if (!this._map || this._tileZoom === undefined) return [];
    const scale = 2 ** this._tileZoom;
    return Object.values(this._tiles)
      .filter(({ current, loaded, el }) => current && loaded && el.naturalWidth > 0)
      .map(({ coords, el }) => ({
        image: el,
        parts: this.options.across,
        ...this._partOf(coords),
        corners: this._cornersOf(coords).map((corner) => corner.divideBy(scale)),
      }));
  },
};

const gridLayerParts = () => /** @type {OffsetTiles} */ (/** @type {unknown} */ (L.GridLayer.prototype));
/** Leaflet's own tile layer, with what it keeps to itself. */
const tileLayerParts = () => /** @type {OffsetTiles} */ (/** @type {unknown} */ (L.TileLayer.prototype));

/** @type {new (url: string, options: L.TileLayerOptions & { datum: DatumName, across: number }) => OffsetTiles} */
const OffsetTileLayer = /** @type {any} */ (L.TileLayer.extend(offsetTileParts));

/**
 * Make a layer of tiles that are drawn in a datum: WGS84, CGCS2000, GCJ-02 or BD-09.
 * @param {string} url
 * @param {DatumName} datum
 * @param {L.TileLayerOptions} [options]
 */
export function offsetTiles(url, datum, options = {}) {
  const across = datum === 'BD-09' ? PARTS_OF_BD09 : 1;
  return new OffsetTileLayer(url, { ...options, datum, across, tileSize: TILE_PX / across });
}
