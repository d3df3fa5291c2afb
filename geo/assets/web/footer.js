/** The line under the map: scale and pointer at the left, what binds the reader at the right. */

import { dataText, el } from './dom.js';
import { pointerPosition, scaleBar } from './map_controls.js';
import { page } from './page.js';
import { say } from './words.js';

/** Return the notes, the most binding first. */
export function bindingNotes(sources) {
  return [say('internal'), say('limits_only_indicative'), say('wgs84'), sources.length ? say('sources', { sources: sources.join('；') }) : null].filter(Boolean).join(' · ');
}

export function makeFooter(map) {
  const sources = [...new Set([...page.base.zones, ...page.base.district].map((row) => row.source).filter(Boolean))];
  const notes = bindingNotes(sources);
  return el('footer', { class: 'map-footer', 'data-floats': true }, scaleBar(map), pointerPosition(map), el('span', { class: 'notes', title: notes }, dataText(notes)));
}
