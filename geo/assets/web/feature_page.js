/** The page of any features: search, facets, list, map and legend over one table. */

import { makeSheet } from './bottom_sheet.js';
import { dataText, el } from './dom.js';
import { followFeatureAddress } from './feature_address.js';
import { makeFeatureCard } from './feature_card.js';
import { featuresAsCsv, featuresAsGeoJson } from './feature_export.js';
import { makeFeatureFacets } from './feature_facets.js';
import { showFeatures } from './feature_layer.js';
import { makeFeatureLegend } from './feature_legend.js';
import { makeFeatureList } from './feature_list.js';
import { foundInTable, setReadings } from './feature_search.js';
import { applyFilters, chooseRow, features, isFiltered, listen, setSearch } from './feature_state.js';
import { readTable, takeBlock } from './feature_table.js';
import { copyAddress, tellCopied } from './copy_link.js';
import { fitFrame, isPhone, keepOver } from './fitting.js';
import { makeFooter } from './footer.js';
import { mapButtons } from './map_controls.js';
import { linkIcon, makeActionMenu } from './menu.js';
import { page } from './page.js';
import { saveFile } from './save_file.js';
import { makeSearchBox } from './search_box.js';
import { topBar } from './top_bar.js';
import { say } from './words.js';

const REHEARSED = '预演 yuyan';

/** @param {string} query */
const search = (query) => setSearch(foundInTable(query));

/** @param {string} title */
function exportMenu(title) {
  const word = el('span', { role: 'status' }, say('share'));
  return makeActionMenu({
    id: 'share-menu',
    label: say('share'),
    className: 'action',
    content: [linkIcon(), word],
    entries: [
      { word: say('copy_link'), act: async () => tellCopied(word, await copyAddress(), 'share') },
      { word: say('export_geojson'), act: () => saveFile(title, 'geojson', 'application/geo+json', featuresAsGeoJson()) },
      { word: say('export_csv'), act: () => saveFile(title, 'csv', 'text/csv', featuresAsCsv()) },
    ],
  });
}

/**
 * Build the page round the map.
 * @param {L.Map} map
 * @param {string} block
 */
export async function addFeatures(map, block) {
  const table = readTable(takeBlock(block));
  // Reading and building are two tasks, so that the browser can answer in between.
  await new Promise((goOn) => { setTimeout(goOn); });
  features.table = table;
  setReadings(table.readings);
  features.shown = new Uint8Array(table.rows).fill(1);
  features.failures = new Uint8Array(table.rows);
  features.blamed = new Uint8Array(table.rows);
  const box = makeSearchBox({ hint: say('feature_search'), onSearch: search, onLeave: () => list.focus() });
  const list = makeFeatureList();
  const bar = makeFeatureFacets();
  const panel = el('aside', { class: 'panel', id: 'feature-panel', 'data-floats': true, 'aria-label': say('feature_list') },
    el('div', { class: 'panel-head' }, el('h1', {}, dataText(table.title)), table.source ? el('p', { class: 'area-line' }, dataText(table.source)) : null),
    bar.element, list.element);
  const stage = el('section', { class: 'stage', 'aria-label': say('map_of', { name: table.title }) }, map.getContainer(), makeFooter(map));
  document.body.classList.add('zone-page', 'feature-page');
  document.body.prepend(
    el('a', { class: 'skip', href: '#feature-list' }, say('skip_to_list')),
    topBar(table.title, { search: box.element, share: exportMenu(table.title) }),
    el('main', {}, panel, stage),
  );
  page.fit = ({ animate }) => fitFrame(map, table.frame, { animate });
  const legend = makeFeatureLegend();
  map.getContainer().append(mapButtons(map, () => page.fit({ animate: true })), makeFeatureCard(), ...(legend ? [legend] : []));
  makeSheet(panel, () => map.invalidateSize({ animate: false }));
  map.invalidateSize({ animate: false });
  keepOver(map, page.base.around);
  page.fit({ animate: false });
  listen(({ what }) => {
    if (what !== 'filter') return;
    box.tell(features.query, isFiltered() ? features.order.length : null);
    document.dispatchEvent(new CustomEvent('planmap:listed'));
  });
  applyFilters();
  showFeatures(map);
  followFeatureAddress(map, bar.facets, (query) => (query === features.query ? applyFilters() : search(query)));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && chooseRow(-1, 'keyboard'));
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
  if (isPhone()) panel.dataset.stop = 'half';
  // A first search makes the texts that all compare, and lets the browser compile what searches.
  whenIdle(() => foundInTable(REHEARSED));
  Object.assign(globalThis, { planmapReady: true });
}

/**
 * Do what need not be done before the reader sees the page.
 * @param {() => void} act
 */
function whenIdle(act) {
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 500);
}
