/** View, filters and choice in the address, so that a copied link shows the same: #t=T-03-02&q=…&v=34.75,113.66,14 */

import { decoded, readView, viewText } from './address_parts.js';
import { PRESETS } from './deadlines.js';
import { foundBy } from './filtering.js';
import { VALUES_OF } from './filters.js';
import { page } from './page.js';

/** @type {Record<Facet, string>} */
const LETTER_OF = { unit: 'u', category: 'c', family: 'f', status: 's', precision: 'p' };
const MONTH_RANGE = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/;
const WAIT_MS = 150;
/** No value of a task. */
const UNREADABLE = '\ufffd';
const FACETS_HERE = /** @type {[Facet, string][]} */ (Object.entries(LETTER_OF));

/** @param {string[]} values */
const listText = (values) => values.map(encodeURIComponent).join(',');

/**
 * Write the present state, without the number sign.
 * @param {L.Map} map
 * @param {boolean} withView
 */
function writeAddress(map, withView) {
  const { state } = page.filters;
  const { task, site } = page.selection.state;
  const place = page.sites.find((each) => each.id === site);
  return [
    ['t', task === null ? '' : encodeURIComponent(task)],
    ['at', place ? encodeURIComponent(place.place_id) : ''],
    ['q', encodeURIComponent(state.query.trim())],
    ...FACETS_HERE.map(([facet, letter]) => [letter, listText([...state[facet]].map((value) => value || '-'))]),
    ['d', state.due === 'all' ? '' : Array.isArray(state.due) ? state.due.join('..') : state.due],
    ['on', state.asOf === 'today' ? 'today' : ''],
    ['b', page.online ? encodeURIComponent(page.online.base.id) : ''],
    ['v', withView ? viewText(map) : ''],
  ].filter(([, text]) => text !== '').map(([key, text]) => `${key}=${text}`).join('&');
}

/**
 * Read an address; what is unknown or broken in it is left out.
 * @param {string} hash
 */
function readAddress(hash) {
  const text = hash.replace(/^#/, '');
  if (page.tasks.has(decoded(text))) return { ...plain(), task: decoded(text) };
  const parts = new Map(text.split('&').map((part) => [part.split('=')[0], part.split('=').slice(1).join('=')]));
  /** @param {string} key */
  const one = (key) => (parts.has(key) ? decoded(parts.get(key) ?? '') : null);
  const read = plain();
  if (page.tasks.has(one('t'))) read.task = one('t');
  read.place = one('at');
  read.filters.query = one('q') ?? '';
  for (const [facet, letter] of FACETS_HERE) {
    const known = new Set([...page.tasks.values()].flatMap(VALUES_OF[facet]));
    const named = (parts.get(letter) ?? '').split(',').map(decoded).map((value) => (value === '-' ? '' : value ?? UNREADABLE));
    read.filters[facet] = new Set(parts.get(letter) ? named.filter((value) => known.has(value)) : []);
  }
  const months = MONTH_RANGE.exec(one('d') ?? '');
  if (months && months[1] <= months[2]) read.filters.due = months.slice(1);
  else if (PRESETS.includes(one('d') ?? '')) read.filters.due = one('d') ?? 'all';
  if (one('on') === 'today') read.filters.asOf = 'today';
  read.base = one('b');
  read.view = readView(one('v') ?? '');
  return read;
}

/** @returns {WrittenState} */
function plain() {
  const facets = /** @type {Record<Facet, Set<string>>} */ (Object.fromEntries(FACETS_HERE.map(([facet]) => [facet, new Set()])));
  return { task: null, place: null, base: null, view: null, filters: { query: '', due: 'all', asOf: 'report', ...facets } };
}

/**
 * Do what the address says, and keep page and address together from now on.
 * @param {L.Map} map
 */
export function followAddress(map) {
  let isReading = false;
  let hasView = false;
  let timer = 0;
  /** @param {{ asStep?: boolean }} [given] */
  const write = ({ asStep = false } = {}) => {
    clearTimeout(timer);
    if (isReading) return;
    const text = writeAddress(map, hasView);
    if (`#${text}` === location.hash || (!text && !location.hash)) return;
    history[asStep ? 'pushState' : 'replaceState'](null, '', `#${text}`);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, WAIT_MS);
  };
  const read = () => {
    isReading = true;
    const { task, place, base, view, filters } = readAddress(location.hash);
    page.filters.set({ ...filters }, { from: 'address' });
    page.filters.set(foundBy(filters.query), { from: 'address' });
    const site = page.sites.find((each) => each.place_id === place && (task === null || each.tasks.some((entry) => entry.task_id === task)));
    const isShown = task !== null && page.shown.has(task);
    if (isShown || site) page.selection.choose(isShown ? task : null, { site: site?.id ?? null, from: 'address' });
    else page.selection.clear({ from: 'address' });
    page.chooseBase(base);
    if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else if (page.selection.state.task === null) page.fit({ animate: false });
    isReading = false;
  };
  read();
  // A choice is a step to which the reader can go back; all else changes the step where it is.
  page.selection.listen((state, { what, from }) => what === 'choice' && from !== 'filter' && write({ asStep: state.task !== null || state.site !== null }));
  page.filters.listen(() => write());
  map.on('movestart', () => { hasView = true; });
  map.on('moveend', soon);
  window.addEventListener('hashchange', read);
  page.writeAddress = write;
}
