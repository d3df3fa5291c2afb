/** What lies under everything else, on a canvas of its own. */

import { readBase } from './base_drawing.js';
import { addCanvas } from './canvas_layer.js';
import { labelGraticule } from './graticule.js';
import { drawGround } from './ground.js';
import { page } from './page.js';

/**
 * @param {L.Map} map
 * @param {BaseData} data
 */
export function addBaseLayer(map, data) {
  page.base = readBase(data);
  page.parts.base = addCanvas(map, {
    pane: 'base',
    zIndex: 190,
    draw: (context, view) => drawGround(context, view, map),
  });
  labelGraticule(map);
}
