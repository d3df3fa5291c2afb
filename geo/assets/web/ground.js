/** What lies under the tasks of this page: base and graticule. */

import { drawBase, drawLimits } from './base_drawing.js';
import { drawGraticule } from './graticule.js';
import { page } from './page.js';

/**
 * Draw it; `map` says how wide the graticule is.
 * @param {Pen} context
 * @param {View} view
 * @param {MapFrame} map
 */
export function drawGround(context, view, map) {
  drawBase(context, view, page.base, { hatched: new Set(page.zoneLevelOf.keys()), hatchColour: page.zoneHatch });
  drawGraticule(context, view, map);
}

/**
 * Draw what goes on above tiles: limits and graticule, without any ground.
 * @param {Pen} context
 * @param {View} view
 * @param {MapFrame} map
 */
export function drawOverTiles(context, view, map) {
  drawLimits(context, view, page.base, { hatched: new Set(page.zoneLevelOf.keys()), hatchColour: page.zoneHatch });
  drawGraticule(context, view, map);
}
