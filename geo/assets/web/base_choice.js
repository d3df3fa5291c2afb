/** The corner of the map in which the reader chooses the base, and in which its datum is written. */

import { dataText, el } from './dom.js';
import { nameOfBase, tileNote } from './online_note.js';
import { say } from './words.js';

/**
 * Make the control; an empty value is the base that the page carries.
 * @param {OnlineBaseData[]} bases
 * @param {{ onChoose: (id: string | null) => void }} given
 * @returns {BaseChoice}
 */
export function makeBaseChoice(bases, { onChoose }) {
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    { id: 'base-choice', change: () => onChoose(select.value || null) },
    el('option', { value: '' }, say('base_none')),
    bases.map((base) => el('option', { value: base.id }, dataText(nameOfBase(base)))),
  );
  const datum = el('span', { class: 'base-datum' });
  const notice = el('p', { class: 'base-notice', role: 'status' });
  const element = el(
    'div',
    { class: 'base-choice', 'data-floats': true },
    el('label', { for: 'base-choice' }, say('base_choice')),
    select,
    datum,
    notice,
  );
  L.DomEvent.disableClickPropagation(element).disableScrollPropagation(element);
  L.DomEvent.on(element, 'keydown', L.DomEvent.stopPropagation);
  /** @param {string} text */
  const tell = (text) => notice.replaceChildren(text);
  /**
   * @param {OnlineBaseData | null} base
   * @param {string} told
   */
  const show = (base, told) => {
    select.value = base?.id ?? '';
    datum.replaceChildren(dataText(base ? tileNote(base) : say('wgs84')));
    tell(told);
  };
  show(null, '');
  return { element, show, tell };
}
