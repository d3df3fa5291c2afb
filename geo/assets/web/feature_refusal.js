/** In place of a map that no browser would hold: how many features there are, and where they can be seen. */

import { dataText, el } from './dom.js';
import { topBar } from './top_bar.js';
import { say } from './words.js';

/**
 * @param {L.Map} map
 * @param {{ title: string, count: number, most: number }} given
 */
export function refuseFeatures(map, { title, count, most }) {
  map.getContainer().hidden = true;
  document.body.classList.add('zone-page');
  document.body.prepend(
    topBar(title, { search: null, share: null }),
    el('main', { class: 'refusal' }, el('div', {},
      el('h1', {}, dataText(title)),
      el('p', {}, say('feature_too_many', { n: count.toLocaleString('en'), most: most.toLocaleString('en') })),
      el('ul', {}, ['feature_too_many_qgis', 'feature_too_many_postgis', 'feature_too_many_part'].map((word) => el('li', {}, say(word)))))),
  );
}
