/** What the plugins of the folium map call, under one name. */

import { followAddress } from './address.js';
import { addDistrictBoard } from './district_board.js';
import { drawBase, readBase } from './base_drawing.js';
import { addCanvas } from './canvas_layer.js';
import { readData } from './dom.js';
import { drawGraticule, labelGraticule } from './graticule.js';
import { makeLegend } from './legend.js';
import { page, startPage } from './page.js';
import { readTasks } from './task_layer.js';
import { addTaskPanel } from './zone_page.js';

function addBaseLayer(map, data) {
  page.base = readBase(data);
  page.parts.base = addCanvas(map, {
    pane: 'base',
    zIndex: 210,
    draw: (context, view) => {
      drawBase(context, view, page.base, { hatched: new Set(page.zoneLevelOf.keys()), hatchColour: page.zoneHatch });
      drawGraticule(context, view, map);
    },
  });
  labelGraticule(map);
}

function addLegend(map) {
  const legend = makeLegend();
  L.DomEvent.disableClickPropagation(legend).disableScrollPropagation(legend);
  map.getContainer().append(legend);
  followAddress(map);
  page.redraw();
}

globalThis.planmap = {
  readData,
  openPage: startPage,
  addBaseLayer,
  addTaskLayer: (map, data) => readTasks(data),
  addReportPanel: (map, data) => { page.report = data; },
  addTaskPanel,
  addDistrictBoard,
  addLegend,
};
