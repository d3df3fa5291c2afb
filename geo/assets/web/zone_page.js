/** The page of one zone: panel, map and popup work as one. */

import { makeSheet } from './bottom_sheet.js';
import { makeDeadlineDock } from './deadline_dock.js';
import { el } from './dom.js';
import { startFiltering } from './filtering.js';
import { clearOnEscape } from './escape.js';
import { fitFrame, isPhone, keepOver } from './fitting.js';
import { makeFooter } from './footer.js';
import { visibleRows } from './list_filtering.js';
import { mapButtons } from './map_controls.js';
import { chooseSite, chosenSites, page } from './page.js';
import { makePanel } from './panel.js';
import { makePopup } from './popup.js';
import { shareMenu } from './share_menu.js';
import { familyOf } from './style.js';
import { showTasks } from './task_layer.js';
import { makeTaskSearch } from './task_search.js';
import { topBar } from './top_bar.js';
import { say } from './words.js';

/**
 * Build the page round the map.
 * @param {L.Map} map
 * @param {{ page: PageRecord, misses: Miss[] }} given
 */
export function addTaskPanel(map, { page: record, misses }) {
  Object.assign(page, { misses, wholeDistrict: record.wholeDistrict });
  const waiting = record.ledger.zone_level;
  page.zoneLevelOf = new Map(waiting && !record.wholeDistrict ? page.base.zones.map((zone) => [zone.id, waiting]) : []);
  page.pageOfZone = new Map(page.base.zones.map((zone) => [zone.id, record.id]));
  startFiltering();
  const dock = makeDeadlineDock();
  const { panel, tabs } = makePanel(record, { dock });
  layOut(map, panel, record, dock);
  page.fit = ({ animate }) => fitFrame(map, record.frame, { animate });
  map.getContainer().append(mapButtons(map, () => page.fit({ animate: true })));
  if (waiting && !page.zoneLevelOf.size) map.getContainer().append(noLimitsNote(record, tabs));
  const sheet = makeSheet(panel, () => page.redraw());
  page.uncoverMap = () => panel.dataset.stop === 'full' && sheet.set('half');
  map.invalidateSize({ animate: false });
  keepOver(map, page.base.around);
  page.fit({ animate: false });
  const { canvas } = showTasks(map, { onChoose: chooseSite });
  makePopup(map, canvas);
  page.parts.base.redraw();
  hatchChosenZone();
  clearOnEscape();
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
}

/**
 * @param {L.Map} map
 * @param {HTMLElement} panel
 * @param {PageRecord} record
 * @param {HTMLElement} dock
 */
function layOut(map, panel, record, dock) {
  const stage = el('section', { class: 'stage', 'aria-label': say('map_of', { name: record.title }) }, map.getContainer(), isPhone() ? null : dock, makeFooter(map));
  document.body.classList.add('zone-page');
  document.body.prepend(
    el('a', { class: 'skip', href: '#task-panel' }, say('skip_to_list')),
    topBar(record.title, { search: makeTaskSearch({ onLeave: () => toFirstRow(panel) }), share: shareMenu({ title: record.title }) }),
    el('main', {}, panel, stage),
  );
}

/**
 * Where no limits are published, tasks of zone level have no place on the map but a note.
 * @param {PageRecord} record
 * @param {Tabs} tabs
 */
function noLimitsNote(record, tabs) {
  return el(
    'button',
    { type: 'button', class: 'zone-note', 'data-floats': true, title: say('zone_level_hint'), click: () => tabs.open('unplaced') },
    el('strong', {}, say('zone_level_n', { n: record.ledger.zone_level })),
    el('span', {}, record.wholeDistrict ? say('zone_level_hint') : say('limits_unknown')),
  );
}

/** A chosen task of zone level hatches the whole zone in its family's colour. */
function hatchChosenZone() {
  page.selection.listen(({ task }, { what }) => {
    if (what !== 'choice') return;
    const chosen = page.tasks.get(task);
    page.zoneHatch = chosen?.placed === 'zone' && !chosenSites().size ? familyOf(chosen.family).colour : null;
    page.parts.base.redraw();
  });
}

/**
 * Go from the search box to the first row that is shown.
 * @param {HTMLElement} panel
 */
function toFirstRow(panel) {
  visibleRows(panel)[0]?.focus();
}
