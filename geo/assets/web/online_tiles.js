/** The tiles of one online base on the map, watched until it is sure whether they come. */

import { offsetTiles } from './offset_tiles.js';
import { styleOf } from './style.js';

/** A host that drops what is sent to it would keep the reader waiting for minutes. */
const NO_ANSWER_MS = 12000;
/** So many refusals without one tile are an answer, too. */
const ENOUGH_REFUSALS = 6;
const FURTHEST_ZOOM = 22;

/**
 * @param {OnlineBaseData} base
 * @param {boolean} readable
 */
function layersOf(base, readable) {
  return base.addresses.map((address, order) => offsetTiles(address, base.datum, {
    subdomains: base.subdomains,
    maxZoom: FURTHEST_ZOOM,
    maxNativeZoom: base.maxZoom,
    zIndex: order + 1,
    opacity: order === 0 ? styleOf.line.tile_opacity : 1,
    // A page may put into a picture only what its server lets it read.
    crossOrigin: readable ? 'anonymous' : false,
    // Services tell their users by where they come from; they are told the site, never the page.
    referrerPolicy: 'strict-origin-when-cross-origin',
  }));
}

/**
 * Put the tiles of a base on the map, at first so that pictures may hold them.
 * @param {L.Map} map
 * @param {OnlineBaseData} base
 * @param {{ onGaps: (count: number) => void, onFail: () => void }} given
 * @returns {TileStack}
 */
export function showTilesOf(map, base, { onGaps, onFail }) {
  /** @type {OffsetTiles[]} */
  let layers = [];
  let readable = true;
  let [came, refused, everCame, timer] = [0, 0, false, 0];
  const remove = () => {
    clearTimeout(timer);
    // Leaflet listens to its layers, too: only what is listened to here is let go.
    for (const layer of layers) layer.off({ loading, tileload, tileerror, load }).remove();
    layers = [];
  };
  const start = () => {
    [came, refused] = [0, 0];
    layers = layersOf(base, readable);
    for (const layer of layers) layer.on({ loading, tileload, tileerror, load });
    for (const layer of layers) layer.addTo(map);
  };
  /** Leaflet goes on with a layer after it has told of it: it is taken away later. */
  const giveUp = () => queueMicrotask(() => {
    if (!layers.length || came) return;
    remove();
    if (readable && !everCame) {
      readable = false;
      start();
    } else onFail();
  });
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, NO_ANSWER_MS);
  };
  const loading = () => {
    if (layers.some((layer) => layer.isLoading() && layer.tilesShown().length === 0)) wait();
    [came, refused] = [0, 0];
  };
  const tileload = () => {
    clearTimeout(timer);
    [came, everCame] = [came + 1, true];
  };
  const tileerror = () => {
    refused += 1;
    if (!came && refused >= ENOUGH_REFUSALS) giveUp();
  };
  const load = () => {
    if (layers.some((layer) => layer.isLoading())) return;
    clearTimeout(timer);
    if (!came && refused) giveUp();
    else onGaps(refused);
  };
  start();
  return { remove, tiles: () => layers.flatMap((layer) => layer.tilesShown()), isReadable: () => readable };
}
