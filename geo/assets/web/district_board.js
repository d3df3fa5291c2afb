/** The index page: sums, the map of the whole district, cards, charts, table and list. */

import { makeDeadlineDock } from './deadline_dock.js';
import { dataText, el, partOf } from './dom.js';
import { clearOnEscape } from './escape.js';
import { makeFacetBar } from './facet_bar.js';
import { startFiltering } from './filtering.js';
import { fitFrame, flyToBoxes, keepOver } from './fitting.js';
import { bindingNotes, makeFooter } from './footer.js';
import { mapButtons } from './map_controls.js';
import { page } from './page.js';
import { flyToTask } from './panel.js';
import { makePopup } from './popup.js';
import { makeReportPanel } from './report_panel.js';
import { shareMenu } from './share_menu.js';
import { showTasks } from './task_layer.js';
import { addressOfTask, taskTable, unplacedList } from './task_table.js';
import { makeTaskSearch } from './task_search.js';
import { topBar } from './top_bar.js';
import { ledgerBar, ledgerKey, ledgerOf, totalCharts } from './totals.js';
import { say } from './words.js';
import { zoneCards } from './zone_cards.js';

/**
 * Build the page round the map.
 * @param {L.Map} map
 * @param {{ frame: Box, pages: PageRecord[], limitsOfPage: Record<string, string[]>, misses: Miss[] }} given
 */
export function addDistrictBoard(map, { frame, pages: records, limitsOfPage, misses }) {
  Object.assign(page, { misses, wholeDistrict: true });
  page.zoneLevelOf = new Map(records.filter((record) => record.ledger.zone_level)
    .flatMap((record) => limitsOfPage[record.id].map((zone) => [zone, record.ledger.zone_level])));
  page.pageOfZone = new Map(records.flatMap((record) => limitsOfPage[record.id].map((zone) => [zone, record.id])));
  startFiltering();
  layOutBoard(map, records, limitsOfPage);
  map.scrollWheelZoom.disable();
  page.fit = ({ animate }) => fitFrame(map, frame, { animate });
  map.getContainer().append(mapButtons(map, () => page.fit({ animate: true })));
  map.invalidateSize({ animate: false });
  keepOver(map, page.base.around);
  page.fit({ animate: false });
  const { canvas } = showTasks(map, { onChoose: chooseSiteOnly });
  makePopup(map, canvas);
  page.parts.base.redraw();
  clearOnEscape();
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
}

/** @param {Site | null} site */
function chooseSiteOnly(site) {
  if (site) page.selection.choose(null, { site: site.id, from: 'map' });
  else page.selection.clear({ from: 'map' });
}

/**
 * @param {string} id
 * @param {string} word
 * @param {...Child} content
 */
function sectionOf(id, word, ...content) {
  return el('section', { id, 'aria-labelledby': `${id}-title` }, el('h2', { id: `${id}-title` }, say(`${word}_title`), el('span', {}, say(`${word}_hint`))), content);
}

/**
 * Return a link to a section of this page; the address stays what it is, as it holds what is shown.
 * @param {string} id
 * @param {string} words
 */
function linkDown(id, words) {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    const section = partOf(document, `#${id}`);
    const fold = section.querySelector('details.report-fold');
    if (fold instanceof HTMLDetailsElement) fold.open = true;
    section.scrollIntoView({ block: 'start' });
    section.querySelector('summary')?.focus({ preventScroll: true });
  };
  return el('a', { href: `#${id}`, click: go }, words);
}

/**
 * The whole report, folded; what is chosen in it is shown on the map above.
 * @param {ReportData} record
 * @param {HTMLElement} stage
 */
function foldedReport(record, stage) {
  const { panel } = makeReportPanel(record, {
    wayTo: (task) => el('a', { class: 'report-open', href: addressOfTask(task) }, say('report_open_task')),
  });
  page.selection.listen(({ task, site }, { what, from }) => {
    if (what !== 'choice' || task === null) return;
    if (from === 'report') flyToTask(task);
    if (from !== 'place') return;
    stage.scrollIntoView({ block: 'nearest' });
    flyToBoxes(page.map, page.sites.filter((each) => each.id === site).map((each) => each.shape.box), { popup: true });
  });
  return el('details', { class: 'report-fold' }, el('summary', {}, say('report_open')), el('div', { class: 'report-room' }, panel));
}

/**
 * @param {L.Map} map
 * @param {PageRecord[]} records
 * @param {Record<string, string[]>} limitsOfPage
 */
function layOutBoard(map, records, limitsOfPage) {
  const tasks = [...page.tasks.values()];
  const ledger = ledgerOf(tasks);
  const units = new Set(tasks.map((task) => task.unit)).size;
  const stage = el('div', { class: 'stage' }, map.getContainer(), makeDeadlineDock(), makeFooter(map));
  const { table, update } = taskTable();
  page.filters.listen(update);
  const sources = new Map(page.sites.map((site) => [site.source, site.source_name]));
  document.body.classList.add('index-page');
  document.body.prepend(
    topBar('', { search: makeTaskSearch({ onLeave: () => document.getElementById('table')?.scrollIntoView({ block: 'start' }) }), share: shareMenu({ title: page.heading.district }) }),
    el(
      'main',
      {},
      el(
        'div',
        { class: 'headline' },
        el('div', {}, el('h1', {}, dataText(say('index_title', { district: page.heading.district }))), el('p', {}, say('index_line', { units, tasks: ledger.tasks, pages: records.length }))),
        el('section', { class: 'sum', 'aria-label': say('where_tasks_went') }, el('p', {}, say('where_tasks_went'), el('span', {}, say('sum', { ...ledger }))), ledgerBar(ledger), el('div', {}, ledgerKey(ledger), page.report ? linkDown('report', say('to_report')) : null, linkDown('unplaced', say('to_unplaced')))),
      ),
      sectionOf('cards', 'cards', zoneCards(records, limitsOfPage)),
      sectionOf('map', 'map', stage),
      page.report ? sectionOf('report', 'report', foldedReport(page.report, stage)) : null,
      sectionOf('totals', 'totals', el('div', { class: 'charts' }, totalCharts())),
      sectionOf('table', 'table', makeFacetBar(), table),
      sectionOf('unplaced', 'unplaced', unplacedList()),
      el('div', { class: 'sources' }, el('p', {}, bindingNotes()), el('details', {}, el('summary', {}, say('source_line', { n: sources.size })), el('ul', {}, [...sources].map(([source, name]) => el('li', {}, dataText(name), source === name ? null : dataText(source, 'whole-source')))))),
    ),
  );
}
