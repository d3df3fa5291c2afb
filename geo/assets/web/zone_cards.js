/** A card for each page: its small map, its sums, the families of its tasks. */

import { dataText, el } from './dom.js';
import { fileOfZone, page } from './page.js';
import { styleOf } from './style.js';
import { symbolIcon } from './symbols.js';
import { thumbnailOf } from './thumbnail.js';
import { PARTS, ledgerBar } from './totals.js';
import { say } from './words.js';

/**
 * @param {PageRecord} record
 * @param {string[]} limitIds
 */
function card(record, limitIds) {
  const tasks = [...page.tasks.values()].filter((task) => task.page === record.id);
  const units = [...new Set(tasks.map((task) => task.unit).filter(Boolean))].join('、');
  const families = styleOf.families.filter(({ key }) => tasks.some((task) => task.family === key));
  const { ledger } = record;
  return el(
    'li',
    {},
    el(
      'a',
      { class: 'card', href: fileOfZone(record.id) },
      thumbnailOf(record, limitIds),
      el(
        'span',
        { class: 'card-text' },
        dataText(record.title, 'card-title'),
        dataText(units, 'card-units'),
        el(
          'span',
          { class: 'card-line' },
          el('span', { class: 'card-count' }, el('strong', {}, ledger.tasks), ` ${say('items_short')}`),
          el('span', { class: 'card-families' }, families.map(({ shape, colour, label }) => el('span', { title: label }, symbolIcon({ shape, colour, status: 'done', size: 16 })))),
        ),
        ledgerBar(ledger),
        el('span', { class: 'card-sums' }, PARTS.map((part) => el('span', {}, `${say(part)} ${ledger[part]}`))),
        record.wholeDistrict || limitIds.length ? null : el('span', { class: 'card-note' }, say('limits_unknown')),
      ),
    ),
  );
}

/**
 * @param {PageRecord[]} records
 * @param {Record<string, string[]>} limitsOfPage
 */
export function zoneCards(records, limitsOfPage) {
  return el('ul', { class: 'cards' }, records.map((record) => card(record, limitsOfPage[record.id])));
}
