/** What the plugins of the folium map call, under one name. */

import { followAddress } from './address.js';
import { addBaseLayer } from './base_layer.js';
import { addDistrictBoard } from './district_board.js';
import { readData } from './dom.js';
import { openInMap, showReportInMap, showTasksInMap } from './embedded.js';
import { makeLegend } from './legend.js';
import { page, startPage } from './page.js';
import { readTasks } from './task_layer.js';
import { addTaskPanel } from './zone_page.js';

/** @param {L.Map} map */
function addLegend(map) {
  const legend = makeLegend();
  L.DomEvent.disableClickPropagation(legend).disableScrollPropagation(legend);
  page.host.append(legend);
  if (page.selection.state.task === null) page.fit({ animate: false });
  followAddress(map);
  page.redraw();
}

/**
 * @param {L.Map} map
 * @param {TaskLayerData} data
 */
function addTaskLayer(map, data) {
  readTasks(data);
  if (page.kind === 'map') showTasksInMap(map);
}

/**
 * On a page of ours the panel has a tab for it.
 * @param {L.Map} _map
 * @param {ReportData} data
 */
function addReportPanel(_map, data) {
  if (page.kind === 'map') showReportInMap(data);
  else page.report = data;
}

Object.assign(globalThis, { planmap: {
  ...globalThis.planmap,
  readData,
  openPage: startPage,
  openInMap,
  addBaseLayer,
  addTaskLayer,
  addReportPanel,
  addTaskPanel,
  addDistrictBoard,
  addLegend,
} });
