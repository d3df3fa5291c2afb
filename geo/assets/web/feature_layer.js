/** Many features on the map: drawn in batches, found under the pointer, the chosen one in front. */

import { addCanvas } from './canvas_layer.js';
import { drawFeatures, drawHalo } from './feature_drawing.js';
import { boxOfRow, rowAt } from './feature_picking.js';
import { chooseRow, features, listen, pointAtRow } from './feature_state.js';
import { NOTHING } from './feature_table.js';
import { flyToBoxes } from './fitting.js';
import { page } from './page.js';
import { MOUSE_TOLERANCE, toleranceOf } from './pointing.js';

/** A reader who types fast need not wait for the map after each letter. */
const REST_MS = 60;
const CHOSEN = { width: 6, opacity: 1 };
const HOVERED = { width: 3, opacity: 0.8 };

/** @param {L.Map} map */
export function showFeatures(map) {
  const canvas = addCanvas(map, { pane: 'features', zIndex: 420, draw: (context, view) => { drawFeatures(context, view, features.table, features.order); } });
  const front = addCanvas(map, {
    pane: 'chosen',
    zIndex: 430,
    draw: (context, view) => {
      const { selected, hovered, table } = features;
      if (hovered >= 0 && hovered !== selected && table.dimensions[hovered] !== NOTHING) drawHalo(context, view, hovered, HOVERED);
      if (selected >= 0 && table.dimensions[selected] !== NOTHING) drawHalo(context, view, selected, CHOSEN);
    },
  });
  let waiting = 0;
  listen(({ what, from }) => {
    if (what !== 'filter') front.redraw();
    if (what === 'choice' && from !== 'map') goTo(map, features.selected);
    if (what !== 'filter') return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      canvas.redraw();
      front.redraw();
      document.dispatchEvent(new CustomEvent('planmap:drawn'));
    }, REST_MS);
  });
  map.on('mousemove', (event) => {
    if (page.measuring) return;
    const row = rowAt(canvas.view(), [event.layerPoint.x, event.layerPoint.y], MOUSE_TOLERANCE);
    map.getContainer().style.cursor = row >= 0 ? 'pointer' : '';
    pointAtRow(row);
  });
  map.on('mouseout', () => pointAtRow(-1));
  map.on('click', (event) => {
    if (page.measuring) return;
    chooseRow(rowAt(canvas.view(), [event.layerPoint.x, event.layerPoint.y], toleranceOf(event)), 'map');
  });
}

/**
 * @param {L.Map} map
 * @param {number} row
 */
function goTo(map, row) {
  if (row >= 0 && features.table.dimensions[row] !== NOTHING) flyToBoxes(map, [boxOfRow(features.table, row)], { popup: true });
}
