/** Paper: title, map drawn for it, legend and the list of what is shown. */

import { copiedNotes } from './footer.js';
import { dataText, el, partOf } from './dom.js';
import { drawMapPicture, seenMap } from './map_picture.js';
import { page } from './page.js';
import { shownLine } from './shared_picture.js';
import { styleOf } from './style.js';
import { metaLine, taskIcon } from './task_text.js';
import { say } from './words.js';

/**
 * The papers, and the frame of the map on each in millimetres; the margins are 12 mm, 16 at the foot. `beside` is how high
 * the list may be that stands beside the map: the rest of it goes on the next page.
 */
const PAPERS = {
  A4: { size: 'A4 portrait', width: 186, height: 150, beside: 0 },
  A3: { size: 'A3 landscape', width: 264, height: 192, beside: 258 },
};
const PX_PER_MM = 96 / 25.4;
/** Three pixels of the printer a pixel of the page: 288 dpi. */
const PRINT_RATIO = 3;

/** @type {keyof typeof PAPERS} */
let paper = 'A4';

/** @param {{ width: number, height: number }} given */
function mapOnPaper({ width: widthMm, height: heightMm }) {
  const [width, height] = [widthMm, heightMm].map((mm) => Math.floor(mm * PX_PER_MM));
  const canvas = el('canvas', { class: 'print-map', width: width * PRINT_RATIO, height: height * PRINT_RATIO });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  // Handed over as pixels: Chromium replays what is drawn while it prepares a print, a little too small.
  const drawn = new OffscreenCanvas(canvas.width, canvas.height);
  drawMapPicture(/** @type {OffscreenCanvasRenderingContext2D} */ (drawn.getContext('2d')), { box: seenMap().box, width, height, ratio: PRINT_RATIO, tiles: true });
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.transferToImageBitmap());
  return canvas;
}

/** The tasks that are shown, by unit. */
function shownByUnit() {
  const shown = [...page.tasks.values()].filter((task) => page.shown.has(task.task_id));
  /** @type {Map<string, Task[]>} */
  const units = new Map();
  for (const task of shown) units.set(task.unit ?? '', [...(units.get(task.unit ?? '') ?? []), task]);
  return [...units];
}

/**
 * Write the list into one element until that is as high as it may be, and the rest into another; a row is not cut.
 * @param {HTMLElement} beside
 * @param {HTMLElement} rest
 * @param {number} mostPx
 */
function fillLists(beside, rest, mostPx) {
  let target = mostPx ? beside : rest;
  for (const [unit, tasks] of shownByUnit()) {
    const open = () => {
      const list = el('ul', {});
      target.append(el('section', {}, el('h3', {}, dataText(unit || say('no_unit')), el('span', {}, say('items', { n: tasks.length }))), list));
      return list;
    };
    let list = open();
    for (const task of tasks) {
      const row = el('li', {}, taskIcon(task, 18), el('div', {}, dataText(task.text), metaLine(task)));
      list.append(row);
      if (target === rest || beside.getBoundingClientRect().height <= mostPx) continue;
      row.remove();
      if (!list.childElementCount) list.parentElement?.remove();
      target = rest;
      list = open();
      list.append(row);
    }
  }
}

/** @param {string} title */
function addSheet(title) {
  const legend = partOf(document, '.legend-body').cloneNode(true);
  const heading = el('h2', {}, say('print_list'));
  const beside = el('div', { class: 'print-list print-beside' }, heading);
  const rest = el('div', { class: 'print-list print-rest' });
  const { beside: besideMm } = PAPERS[paper];
  const map = el('div', { class: 'print-main' }, el('h1', {}, dataText(title)), el('p', {}, shownLine()), mapOnPaper(PAPERS[paper]), legend, el('p', { class: 'print-notes' }, copiedNotes()));
  const sheet = el('section', { class: `print-sheet print-${paper}` }, el('div', { class: 'print-front' }, map, beside), rest);
  document.body.append(sheet);
  fillLists(beside, rest, besideMm * PX_PER_MM);
  return sheet;
}

/** Put size and foot of the paper into the page's own style sheet, as its policy takes no other. */
function tellPaper() {
  const { size } = PAPERS[paper];
  /**
   * @param {string} at
   * @param {string} content
   */
  const foot = (at, content) => `@${at} { content: ${content}; font: 9pt sans-serif; color: ${styleOf.ui.second}; }`;
  const rule = `@page { size: ${size}; margin: 12mm 12mm 16mm; ${foot('bottom-left', JSON.stringify(copiedNotes()))} ${foot('bottom-right', 'counter(page) " / " counter(pages)')} }`;
  const sheet = document.styleSheets[document.styleSheets.length - 1];
  const index = sheet.insertRule(rule, sheet.cssRules.length);
  return () => sheet.deleteRule(index);
}

/**
 * Lay the page out for paper whenever the reader prints it, from the menu or by the browser's own.
 * @param {string} title
 */
export function printOnRequest(title) {
  let undo = () => {};
  const lay = () => {
    undo();
    const sheet = addSheet(title);
    const untellPaper = tellPaper();
    undo = () => {
      sheet.remove();
      untellPaper();
      undo = () => {};
    };
  };
  window.addEventListener('beforeprint', lay);
  window.addEventListener('afterprint', () => undo());
}

/** @param {keyof typeof PAPERS} wanted */
export function printOn(wanted) {
  paper = wanted;
  window.print();
}
