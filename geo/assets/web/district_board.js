/** The index page: sums, the map of the whole district, cards, charts, table and list. */

import { makeDeadlineDock } from './deadline_dock.js';
import { dataText, el } from './dom.js';
import { clearOnEscape } from './escape.js';
import { makeFacetBar } from './facet_bar.js';
import { startFiltering } from './filtering.js';
import { fitFrame, keepOver } from './fitting.js';
import { bindingNotes, makeFooter } from './footer.js';
import { mapButtons } from './map_controls.js';
import { page } from './page.js';
import { makePopup } from './popup.js';
import { showTasks } from './task_layer.js';
import { taskTable, unplacedList } from './task_table.js';
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
    topBar('', { toFound: () => document.getElementById('table')?.scrollIntoView({ block: 'start' }) }),
    el(
      'main',
      {},
      el(
        'div',
        { class: 'headline' },
        el('div', {}, el('h1', {}, dataText(say('index_title', { district: page.heading.district }))), el('p', {}, say('index_line', { units, tasks: ledger.tasks, pages: records.length }))),
        el('section', { class: 'sum', 'aria-label': say('where_tasks_went') }, el('p', {}, say('where_tasks_went'), el('span', {}, say('sum', { ...ledger }))), ledgerBar(ledger), el('div', {}, ledgerKey(ledger), el('a', { href: '#unplaced' }, say('to_unplaced')))),
      ),
      sectionOf('cards', 'cards', zoneCards(records, limitsOfPage)),
      sectionOf('map', 'map', stage),
      sectionOf('totals', 'totals', el('div', { class: 'charts' }, totalCharts())),
      sectionOf('table', 'table', makeFacetBar(), table),
      sectionOf('unplaced', 'unplaced', unplacedList()),
      el('div', { class: 'sources' }, el('p', {}, bindingNotes()), el('details', {}, el('summary', {}, say('source_line', { n: sources.size })), el('ul', {}, [...sources].map(([source, name]) => el('li', {}, dataText(name), source === name ? null : dataText(source, 'whole-source')))))),
    ),
  );
}
