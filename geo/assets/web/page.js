/** The one page of a file: its data, its parts on screen, its selection. */

import { today } from './deadlines.js';
import { makeFilters } from './filters.js';
import { OWN_LANGUAGE, chosenLanguage, languageQuery } from './language.js';
import { makeSelection } from './selection.js';
import { setStyle } from './style.js';
import { labelOf, setLabels } from './words.js';

/** For what is there before anyone asks. @type {any} */
const LATER = null;
/** @type {Base} */
export const NO_BASE = { around: [-180, -85, 180, 85], district: [], neighbours: [], zones: [], otherZones: [], roads: [], landmarks: [] };

/**
 * Filled by the plugins, in the order in which they were added to the map.
 * @type {Page}
 */
export const page = {
  kind: 'map', current: null, wholeDistrict: false, heading: LATER, zones: [], translated: false,
  base: NO_BASE, tasks: new Map(), misses: [], report: null,
  /** All places, and those whose tasks pass the filters. */
  allSites: [], sites: [], shown: new Set(),
  /** Zones in which tasks are only known to lie, with their number; and the page of each zone. */
  zoneLevelOf: new Map(), zonesWaiting: new Set(), pageOfZone: new Map(),
  syllablesOf: new Map(), lentDeadlines: new Set(),
  selection: makeSelection(),
  filters: makeFilters(),
  /** The day against which deadlines are held. */
  day: () => (page.filters.state.asOf === 'today' ? today() : page.heading.date),
  parts: { base: { redraw: () => {} } },
  map: LATER,
  /** What floats on the map stands in here. */
  host: LATER,
  zoneHatch: null,
  /** The online base that lies on the map; null is the page's own. */
  online: null,
  chooseBase: () => {},
  /** While the reader measures, a click on the map chooses nothing. */
  measuring: false,
  redraw: () => {},
  fit: () => {},
  writeAddress: () => {},
  /** Lets the map be seen where a sheet covers most of it. */
  uncoverMap: () => {},
  /** Shows a task's sentence in the report; null where there is no report to read. */
  readReport: null,
};

/**
 * @param {L.Map} map
 * @param {FrameData} data
 */
export function startPage(map, data) {
  const language = chosenLanguage(Object.keys(data.translations));
  setLabels(data.labels);
  setStyle(data.style);
  if (language !== OWN_LANGUAGE) speak(language, data);
  page.translated = Object.keys(data.translations).length > 0;
  Object.assign(page, { map, host: map.getContainer(), kind: data.kind, current: data.current, heading: data.heading, zones: data.zones });
}

/**
 * Say everything in another language; what it has no word for is said in the page's own.
 * @param {string} language
 * @param {FrameData} given
 */
function speak(language, { labels, style, translations }) {
  const words = translations[language];
  const product = labelOf('words', 'product');
  document.documentElement.lang = language;
  const tables = [...new Set([...Object.keys(labels), ...Object.keys(words)])];
  setLabels(Object.fromEntries(tables.map((table) => [table, { ...labels[table], ...words[table] }])));
  setStyle({ ...style, families: style.families.map((family) => ({ ...family, label: words.family?.[family.key] ?? family.label })) });
  document.title = document.title.replace(product, labelOf('words', 'product'));
}

/**
 * Return a task that is there for sure.
 * @param {string | null | undefined} taskId
 */
export function taskOf(taskId) {
  return /** @type {Task} */ (page.tasks.get(taskId ?? null));
}

/** Places by task, made once for a list of places. @type {WeakMap<Site[], Map<string | null, Site[]>>} */
const groupedSites = new WeakMap();

/**
 * Return those of some places where a task is.
 * @param {Site[]} sites
 * @param {string | null} taskId
 * @returns {Site[]}
 */
function sitesAmong(sites, taskId) {
  const known = groupedSites.get(sites);
  if (known) return known.get(taskId) ?? [];
  /** @type {Map<string | null, Site[]>} */
  const grouped = new Map();
  for (const site of sites) {
    for (const id of new Set(site.tasks.map((entry) => entry.task_id))) {
      const others = grouped.get(id);
      if (others) others.push(site);
      else grouped.set(id, [site]);
    }
  }
  groupedSites.set(sites, grouped);
  return grouped.get(taskId) ?? [];
}

/** @param {string | null} taskId */
export const sitesOfTask = (taskId) => sitesAmong(page.sites, taskId);

/**
 * Return all places of a task, whatever is filtered.
 * @param {string} taskId
 */
export const allSitesOfTask = (taskId) => sitesAmong(page.allSites, taskId);

/**
 * Return the sites that the present choice puts in front: one task's places, or a clicked one.
 * @returns {Set<Site>}
 */
export function chosenSites() {
  const { task, site } = page.selection.state;
  if (task !== null) return new Set(sitesOfTask(task));
  return new Set(page.sites.filter((each) => each.id === site));
}

/**
 * Choose a clicked place with the chosen task, where it is one of its own, or with its first; nothing clears.
 * @param {Site | null} site
 */
export function chooseSite(site) {
  if (!site) {
    page.selection.clear({ from: 'map' });
    return;
  }
  const { task } = page.selection.state;
  const staysWithTask = site.tasks.some((entry) => entry.task_id === task);
  page.selection.choose(staysWithTask ? task : site.tasks[0].task_id, { site: site.id, from: 'map' });
}

/** @param {string} id */
export function fileOfZone(id) {
  return `${encodeURIComponent(id)}.html${languageQuery()}`;
}
