/** What a reader must know of the online base: its name, in which datum its tiles are drawn, and whose they are. */

import { page } from './page.js';
import { labelOf, say } from './words.js';

/** @param {OnlineBaseData} base */
export const nameOfBase = (base) => base.name || labelOf('base_map', base.id);

/**
 * Say in which datum tiles are drawn, that they are moved where it is none of ours, and whose they are.
 * @param {OnlineBaseData} base
 */
export function tileNote({ datum, attribution }) {
  const shifted = datum === 'GCJ-02' || datum === 'BD-09';
  const drawn = shifted ? say('tiles_shifted', { datum }) : say('tiles_straight', { datum: datum === 'WGS84' ? say('wgs84') : datum });
  return [drawn, attribution].filter(Boolean).join(' · ');
}

/** Return the same of the base that is on the map, with its name, for what is copied from the page; nothing without one. */
export function copiedTileNote() {
  return page.online ? [nameOfBase(page.online.base), tileNote(page.online.base)].join(' · ') : '';
}
