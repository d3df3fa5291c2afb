/** Online bases: the reader chooses one, its tiles come, and where they do not the offline base is there again. */

import { makeBaseChoice } from './base_choice.js';
import { addCanvas } from './canvas_layer.js';
import { drawOverTiles } from './ground.js';
import { nameOfBase } from './online_note.js';
import { showTilesOf } from './online_tiles.js';
import { page } from './page.js';
import { say } from './words.js';

/** Above the tiles, below the tasks. */
const LIMITS_ABOVE_TILES = 215;

/**
 * Offer the online bases; at first there is none, and nobody is asked.
 * @param {L.Map} map
 * @param {OnlineBaseData[]} bases
 */
export function offerBases(map, bases) {
  const choice = makeBaseChoice(bases, { onChoose: (id) => choose(id) });
  page.host.append(choice.element);
  /** @type {CanvasLayer | null} */
  let limits = null;
  const ground = page.parts.base;
  page.parts.base = { redraw: () => {
    ground.redraw();
    limits?.redraw();
  } };
  const redraw = () => {
    limits ??= addCanvas(map, { pane: 'limits', zIndex: LIMITS_ABOVE_TILES, draw: (context, view) => page.online && drawOverTiles(context, view, map) });
    limits.redraw();
    page.redraw();
  };
  /**
   * @param {string | null} id
   * @param {{ told?: string }} [given]
   */
  const choose = (id, { told = '' } = {}) => {
    const base = bases.find((each) => each.id === id) ?? null;
    if ((page.online?.base ?? null) === base && !told) return;
    page.online?.tiles.remove();
    page.online = null;
    choice.show(base, told);
    if (base) {
      page.online = { base, tiles: showTilesOf(map, base, {
        onGaps: (n) => choice.tell(n ? say('tiles_missing', { n }) : ''),
        onFail: () => choose(null, { told: say('tiles_failed', { base: nameOfBase(base) }) }),
      }) };
    }
    redraw();
    page.writeAddress();
  };
  page.chooseBase = choose;
}
