/** The map as a picture to hand on: title, map, what its signs mean, and what binds whoever uses it. */

import { contextOf } from './dom.js';
import { STATUSES } from './facet_bar.js';
import { bindingNotes, copiedNotes } from './footer.js';
import { drawMapPicture, seenMap } from './map_picture.js';
import { nameOfBase } from './online_note.js';
import { page } from './page.js';
import { fontOf, familyOf, styleOf } from './style.js';
import { drawSymbol } from './symbols.js';
import { stroke } from './view.js';
import { reportDate, say, labelOf } from './words.js';

const PICTURE_RATIO = 2;
const PICTURE_EDGE = 16;
const PICTURE_TITLE = 64;
const SIGN_ROW = 26;
const PICTURE_FOOT = 28;

/** What a picture or a print holds, in one line. */
export function shownLine() {
  const count = page.filters.isActive() ? say('showing', { n: page.shown.size, total: page.tasks.size }) : say('items', { n: page.shown.size });
  return [reportDate(page.heading.date), count, `${say('as_of')} ${page.day()}`].join(' · ');
}

/**
 * Return the signs of the map: what draws each at (x, y), and its word.
 * @returns {[SignDrawing, string][]}
 */
function signs() {
  const shown = [...page.tasks.values()].filter((task) => page.shown.has(task.task_id));
  /**
   * @param {Omit<SymbolDrawing, 'x' | 'y' | 'size'>} given
   * @returns {SignDrawing}
   */
  const symbol = (given) => (context, x, y) => drawSymbol(context, { ...given, x, y, size: 16 });
  /** @type {(draw: SignDrawing, word: string) => [SignDrawing, string]} */
  const sign = (draw, word) => [draw, word];
  const neutral = { shape: 'square', colour: styleOf.ui.ink };
  const families = new Set(shown.map((task) => task.family));
  const statuses = new Set(shown.map((task) => task.status));
  return [
    ...styleOf.families.filter(({ key }) => families.has(key)).map(({ key, label }) => sign(symbol({ ...familyOf(key), status: 'done' }), label ?? key)),
    ...STATUSES.filter((status) => statuses.has(status)).map((status) => sign(symbol({ ...neutral, status }), labelOf('status', status))),
    ...(page.sites.some((site) => site.late) ? [sign(symbol({ ...neutral, status: 'planned', late: true }), say('overdue'))] : []),
    ...(page.sites.some((site) => site.shape.circle) ? [sign(drawDashedCircle, say('legend_area'))] : []),
  ];
}

/**
 * @param {Pen} context
 * @param {number} x
 * @param {number} y
 */
function drawDashedCircle(context, x, y) {
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  stroke(context, styleOf.base.mixed, 1.3, [4, 3]);
}

/**
 * Put the signs into rows no wider than the picture.
 * @param {Pen} context
 * @param {[SignDrawing, string][]} entries
 * @param {number} width
 */
function laidOut(context, entries, width) {
  context.font = fontOf(400, 12);
  let [x, row] = [PICTURE_EDGE, 0];
  return entries.map(([draw, word]) => {
    const length = 24 + context.measureText(word).width + 18;
    if (x > PICTURE_EDGE && x + length > width) [x, row] = [PICTURE_EDGE, row + 1];
    x += length;
    return { draw, word, x: x - length, row };
  });
}

/**
 * @param {Pen} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {{ weight?: number, size?: number, colour?: string, most?: number }} given
 */
function writeLine(context, text, x, y, { weight = 400, size = 12, colour = styleOf.ui.second, most }) {
  context.font = fontOf(weight, size);
  context.fillStyle = colour;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(text, x, y, most);
}

/** A browser saves no picture with tiles that their server does not let a page read. */
const mayHoldTiles = () => page.online?.tiles.isReadable() ?? false;

/** What binds the reader; and why tiles that are on screen are not in the picture. */
function footLine() {
  if (!page.online || mayHoldTiles()) return copiedNotes();
  return [bindingNotes(), say('tiles_left_out', { base: nameOfBase(page.online.base) })].join(' · ');
}

/**
 * Return a canvas with the picture.
 * @param {string} title
 */
export function sharedPicture(title) {
  const { box, width, height } = seenMap();
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const entries = laidOut(context, signs(), width);
  const legendPx = entries.length ? (entries[entries.length - 1].row + 1) * SIGN_ROW + 8 : 0;
  canvas.width = width * PICTURE_RATIO;
  canvas.height = (PICTURE_TITLE + height + legendPx + PICTURE_FOOT) * PICTURE_RATIO;
  drawMapPicture(context, { box, top: PICTURE_TITLE, width, height, ratio: PICTURE_RATIO, tiles: mayHoldTiles() });
  context.setTransform(PICTURE_RATIO, 0, 0, PICTURE_RATIO, 0, 0);
  context.fillStyle = styleOf.ui.paper;
  context.fillRect(0, 0, width, PICTURE_TITLE);
  context.fillRect(0, PICTURE_TITLE + height, width, legendPx + PICTURE_FOOT);
  const most = width - 2 * PICTURE_EDGE;
  writeLine(context, title, PICTURE_EDGE, 28, { weight: 600, size: 18, colour: styleOf.ui.ink, most });
  writeLine(context, shownLine(), PICTURE_EDGE, 50, { most });
  for (const { draw, word, x, row } of entries) {
    const y = PICTURE_TITLE + height + 8 + (row + 0.5) * SIGN_ROW;
    draw(context, x + 10, y);
    writeLine(context, word, x + 24, y + 4, { colour: styleOf.ui.ink });
  }
  writeLine(context, footLine(), PICTURE_EDGE, PICTURE_TITLE + height + legendPx + 18, { most });
  return canvas;
}
