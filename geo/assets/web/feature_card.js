/** Everything that is known of the chosen feature, on a card over the map. */

import { dataText, el } from './dom.js';
import { lookOf } from './feature_drawing.js';
import { chooseRow, features, listen } from './feature_state.js';
import { NOTHING, textAt } from './feature_table.js';
import { symbolIcon } from './symbols.js';
import { definitionList } from './task_text.js';
import { say } from './words.js';

/** @param {number} row */
function factsOf(row) {
  const { table } = features;
  const { family, status } = lookOf(table, row);
  const title = textAt(table.columns[table.titleColumn], row) || say('feature_no_value');
  const facts = table.columns.filter((_, index) => index !== table.titleColumn);
  return [
    el('div', { class: 'popup-head' }, symbolIcon({ ...family, status, size: 20 }), el('h2', {}, dataText(title)), el('button', { type: 'button', class: 'popup-close', 'aria-label': say('close'), click: () => chooseRow(-1, 'card') }, '×')),
    table.dimensions[row] === NOTHING ? el('p', { class: 'reason' }, say('feature_no_geometry')) : null,
    definitionList(facts.map((column) => /** @type {[string, Child]} */ ([column.label, textAt(column, row)]))),
  ];
}

/** Make the card; it opens and closes with the choice. */
export function makeFeatureCard() {
  const card = el('div', { class: 'popup feature-card', role: 'region', 'aria-label': say('feature_chosen'), 'aria-live': 'polite', hidden: true });
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);
  const update = () => {
    card.hidden = features.selected < 0;
    card.replaceChildren(...(card.hidden ? [] : factsOf(features.selected).filter((each) => each !== null)));
    card.scrollTop = 0;
  };
  listen(({ what }) => what !== 'hover' && update());
  return card;
}
