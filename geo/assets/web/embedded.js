/** Tasks and the report in a map that someone else made: they bring their own style and keep to their own place in it. */

import { el } from './dom.js';
import { chooseSite, page, startPage } from './page.js';
import { makePopup } from './popup.js';
import { flyToTask } from './panel.js';
import { makeReportPanel } from './report_panel.js';
import { flyToBoxes } from './fitting.js';
import { showTasks } from './task_layer.js';
import { say } from './words.js';

/**
 * Make room in a map for what follows.
 * @param {L.Map} map
 * @param {FrameData} data
 */
export function openInMap(map, data) {
  startPage(map, data);
  page.host = el('div', { class: 'planmap' });
  L.DomEvent.disableClickPropagation(page.host).disableScrollPropagation(page.host);
  map.getContainer().append(page.host);
}

/** @param {L.Map} map */
export function showTasksInMap(map) {
  const { canvas } = showTasks(map, { onChoose: chooseSite });
  makePopup(map, canvas);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') page.selection.clear({ from: 'keyboard' });
  });
  page.selection.listen(({ task, site }, { what, from }) => {
    if (what !== 'choice' || task === null) return;
    if (from === 'report') flyToTask(task);
    if (from === 'place') flyToBoxes(map, page.sites.filter((each) => each.id === site).map((each) => each.shape.box), { popup: true });
  });
}

/**
 * The report at the left of the map; it folds away.
 * @param {ReportData} record
 */
export function showReportInMap(record) {
  const { panel } = makeReportPanel(record);
  const body = el('div', { class: 'panel-body' }, panel);
  const fold = el('button', { type: 'button', class: 'embedded-fold', 'aria-expanded': 'true', click: () => {
    body.hidden = !body.hidden;
    fold.setAttribute('aria-expanded', String(!body.hidden));
  } }, say('report_text'));
  page.host.append(el('section', { class: 'embedded-report', 'aria-label': say('report_text'), 'data-floats': true }, fold, body));
}
