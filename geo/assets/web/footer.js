/** The line under the map: scale and pointer at the left, what binds the reader at the right. */

import { dataText, el } from './dom.js';
import { pointerPosition, scaleBar } from './map_controls.js';
import { copiedTileNote } from './online_note.js';
import { page } from './page.js';
import { say } from './words.js';

/** What binds whoever reads or copies the map. */
export const bindingNotes = () => [say('internal'), page.kind === 'features' && !outlines().length ? null : say('limits_only_indicative'), say('wgs84')].filter(Boolean).join(' · ');

const outlines = () => [...page.base.zones, ...page.base.otherZones, ...page.base.district];

/** The same for what is copied: of the tiles that it holds, too. */
export const copiedNotes = () => [bindingNotes(), copiedTileNote()].filter(Boolean).join(' · ');

/** @param {L.Map} map */
export function makeFooter(map) {
  /** @param {'source' | 'source_name'} column */
  const distinct = (column) => [...new Set(outlines().map((row) => row[column]))];
  return el(
    'footer',
    { class: 'map-footer', 'data-floats': true },
    scaleBar(map),
    pointerPosition(map),
    el(
      'span',
      { class: 'notes' },
      el('span', { class: 'note' }, bindingNotes()),
      distinct('source').length ? el('span', { class: 'note', title: distinct('source').join('\n') }, dataText(say('sources', { sources: distinct('source_name').join('、') }))) : null,
    ),
  );
}
