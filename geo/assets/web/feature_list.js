/** The list of what is shown: title, what tells one from the other, and where a search found something. */

import { dataText, el } from './dom.js';
import { lookOf } from './feature_drawing.js';
import { chooseRow, clearFilters, features, listen, pointAtRow } from './feature_state.js';
import { NOTHING, textAt } from './feature_table.js';
import { hitLine, markRanges } from './hits.js';
import { symbolIcon } from './symbols.js';
import { makeVirtualList } from './virtual_list.js';
import { say } from './words.js';

const ROW_PX = 60;
/** Further columns that fit into the second line of a row. */
const MOST_IN_LINE = 3;
const SHORT_TEXT = 16;

/** Columns of the second line: those that the page names, else the one that colours and others with few short values. */
function columnsInLine() {
  const { columns, titleColumn, statusColumn, colourColumn, lineColumns } = features.table;
  if (lineColumns.length) return lineColumns.map((index) => columns[index]);
  const others = columns.filter((_, index) => index !== titleColumn && index !== statusColumn && index !== colourColumn);
  const short = others.filter(({ texts, ends }) => ends.length > 2 && texts.length / ends.length < SHORT_TEXT);
  const first = colourColumn === null || colourColumn === titleColumn ? [] : [columns[colourColumn]];
  return [...first, ...short.sort((a, b) => a.ends.length - b.ends.length)].slice(0, MOST_IN_LINE);
}

/**
 * @param {number} row
 * @param {FeatureColumn[]} inLine
 */
function contentOf(row, inLine) {
  const { table, marker } = features;
  const { family, status } = lookOf(table, row);
  const title = dataText(textAt(table.columns[table.titleColumn], row) || say('feature_no_value'), 'title');
  const line = el('span', { class: 'meta' }, inLine.map((column) => textAt(column, row)).filter(Boolean).map((text) => dataText(text)));
  let hit = null;
  if (marker) {
    let marked = false;
    for (const element of [title, .../** @type {NodeListOf<HTMLElement>} */ (line.querySelectorAll('bdi'))]) {
      const ranges = marker.rangesIn(element.textContent);
      markRanges(element, ranges);
      marked ||= ranges.length > 0;
    }
    if (!marked) hit = hitLine(table.columns.map((column) => ({ label: column.label, text: textAt(column, row) })), marker);
  }
  return [
    symbolIcon({ ...family, status, size: 20, dotted: table.dimensions[row] === NOTHING }),
    el('span', { class: 'row-text' }, title, hit ?? line),
  ];
}

/** Make the list; it follows filters and choice. */
export function makeFeatureList() {
  const inLine = columnsInLine();
  const nothing = el('div', { class: 'no-match', hidden: true }, el('p', { class: 'no-match-title' }, say('no_match')), el('button', { type: 'button', class: 'clear-filters', click: () => clearFilters() }, say('clear_filters')));
  const list = makeVirtualList({
    id: 'feature-list',
    label: say('feature_list'),
    rowHeight: ROW_PX,
    content: (at) => contentOf(features.order[at], inLine),
    isChosen: (at) => features.order[at] === features.selected,
    onChoose: (at) => chooseRow(features.order[at], 'list'),
    onPoint: (at) => pointAtRow(at < 0 ? -1 : features.order[at]),
  });
  listen(({ what, from }) => {
    if (what === 'filter') {
      nothing.hidden = features.order.length > 0;
      list.element.hidden = features.order.length === 0;
      list.show(features.order.length);
    }
    if (what !== 'choice') return;
    const at = features.order.indexOf(features.selected);
    if (at >= 0 && from !== 'list') list.reveal(at);
    else list.redraw();
  });
  return { element: el('div', { class: 'panel-body feature-panel' }, nothing, list.element), focus: () => list.element.focus() };
}
