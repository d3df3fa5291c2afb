/** View, search, facets and choice in the address: #q=…&f.unit=a,b&r.due=2020-08-01..&s=17&v=34.75,113.66,14 */

import { decoded, readView, viewText } from './address_parts.js';
import { chooseRow, features, listen } from './feature_state.js';
import { textOf } from './feature_table.js';

const ADDRESS_REST_MS = 150;

/**
 * Write the present state, without the number sign.
 * @param {L.Map} map
 * @param {(FeatureFacet | null)[]} facets
 * @param {boolean} withView
 */
function addressText(map, facets, withView) {
  const { table: { columns }, chosen, ranges, query, selected } = features;
  return [
    ['q', encodeURIComponent(query.trim())],
    ...[...chosen].map(([index, codes]) => [`f.${encodeURIComponent(columns[index].name)}`, [...codes].map((code) => encodeURIComponent(textOf(columns[index], code) || '-')).join(',')]),
    ...[...ranges.keys()].map((index) => [`r.${encodeURIComponent(columns[index].name)}`, facets[index]?.values?.().map(encodeURIComponent).join('..') ?? '']),
    ['s', selected < 0 ? '' : String(selected + 1)],
    ['v', withView ? viewText(map) : ''],
  ].filter(([, text]) => text !== '').map(([key, text]) => `${key}=${text}`).join('&');
}

/**
 * Return a part of an address as text; what is broken is empty.
 * @param {string} text
 */
const plainText = (text) => decoded(text) ?? '';

/**
 * Do what the address says; what is unknown or broken in it is left out.
 * @param {L.Map} map
 * @param {(FeatureFacet | null)[]} facets
 * @param {(query: string) => void} search
 */
function obey(map, facets, search) {
  const { columns, rows } = features.table;
  features.chosen.clear();
  const ends = new Map();
  let [query, row] = ['', -1];
  /** @type {ReturnType<typeof readView>} */
  let view = null;
  for (const part of location.hash.slice(1).split('&')) {
    const [key, ...rest] = part.split('=');
    const value = rest.join('=');
    const index = columns.findIndex(({ name }) => name === plainText(key.slice(2)));
    if (key === 'q') query = plainText(value);
    if (key === 's' && /^\d{1,7}$/.test(value) && Number(value) >= 1 && Number(value) <= rows) row = Number(value) - 1;
    if (key === 'v') view = readView(value);
    if (index < 0 || !facets[index]) continue;
    if (key.startsWith('f.')) features.chosen.set(index, codesNamed(columns[index], value.split(',').map(plainText)));
    if (key.startsWith('r.')) ends.set(index, value.split('..').map(plainText));
  }
  for (const [index, [low = '', high = '']] of ends) facets[index]?.put?.([low, high]);
  if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
  search(query);
  chooseRow(row >= 0 && features.shown[row] ? row : -1, 'address');
}

/**
 * @param {FeatureColumn} column
 * @param {string[]} texts
 */
function codesNamed(column, texts) {
  const named = new Set(texts.map((text) => (text === '-' ? '' : text)));
  return new Set(Array.from(column.ends, (_, code) => code).filter((code) => named.has(textOf(column, code))));
}

/**
 * Do what the address says, and keep page and address together from now on.
 * @param {L.Map} map
 * @param {(FeatureFacet | null)[]} facets
 * @param {(query: string) => void} search
 */
export function followFeatureAddress(map, facets, search) {
  let hasView = false;
  let isReading = false;
  let timer = 0;
  const write = () => {
    const text = addressText(map, facets, hasView);
    if (`#${text}` !== location.hash && (text || location.hash)) history.replaceState(null, '', `#${text}`);
  };
  const soon = () => {
    clearTimeout(timer);
    if (!isReading) timer = setTimeout(write, ADDRESS_REST_MS);
  };
  const read = () => {
    isReading = true;
    obey(map, facets, search);
    isReading = false;
  };
  if (location.hash) read();
  listen(({ what }) => what !== 'hover' && soon());
  map.on('movestart', () => { hasView = true; });
  map.on('moveend', soon);
  window.addEventListener('hashchange', read);
}
