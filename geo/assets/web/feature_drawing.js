/** Draw many features by batches of one look: areas lowest, then lines, then points. */

import { contextOf } from './dom.js';
import { features } from './feature_state.js';
import { familyOf, styleOf } from './style.js';
import { drawSymbol } from './symbols.js';

/** @type {Status[]} */
const FILLS = ['planned', 'started', 'done'];
/** So many points in view, and the size of a symbol then; beyond the last they are dots. */
const SIZES = [[250, 20], [1200, 15], [4000, 11], [12000, 8]];
const DOT = 5;
/** With more lines or areas in view their casings and dashes are left out. */
const MOST_IN_DETAIL = 1500;
/** A path of very many lines is filled more slowly than several of few. */
const LINES_A_PATH = 250;
/** What is smaller than that on the screen is drawn as a speck, and steps shorter than a part of it are left out. */
const SPECK_PX = 2;
const STEP_PX = 0.8;
const AREA_OPACITY = 0.16;
const SPRITE_MARGIN = 4;

/**
 * Return colour, symbol and status of a row.
 * @param {FeatureTable} table
 * @param {number} row
 */
export function lookOf(table, row) {
  const { statusColumn } = table;
  const family = familyOf(table.classes[classOfRow(table, row)].family);
  const status = statusColumn === null ? 'done' : statusOf(table.columns[statusColumn], row);
  return { family, status };
}

/**
 * @param {FeatureTable} table
 * @param {number} row
 */
export function classOfRow({ colourColumn, columns, classOf }, row) {
  return colourColumn === null ? 0 : classOf[columns[colourColumn].codes[row]];
}

/**
 * @param {FeatureColumn} column
 * @param {number} row
 * @returns {Status}
 */
function statusOf({ values, codes }, row) {
  return FILLS.find((status) => status === values?.[codes[row]]) ?? 'done';
}

/**
 * Return the rows in view by dimension and look.
 * @param {View} view
 * @param {FeatureTable} table
 * @param {ArrayLike<number>} rows
 */
function batches(view, { boxes, dimensions, colourColumn, statusColumn, columns, classOf, classes }, rows) {
  const { scale, origin, box } = view;
  const margin = 24;
  const [left, top, right, bottom] = [(box[0] - margin + origin[0]) / scale, (box[1] - margin + origin[1]) / scale, (box[2] + margin + origin[0]) / scale, (box[3] + margin + origin[1]) / scale];
  const colours = colourColumn === null ? null : columns[colourColumn].codes;
  const states = statusColumn === null ? null : columns[statusColumn];
  const rankOf = states ? Array.from(states.ends, (_, code) => Math.max(0, FILLS.findIndex((status) => status === states.values?.[code]))) : [];
  /** @type {number[][][]} */
  const found = [0, 1, 2, 3].map(() => Array.from({ length: classes.length * FILLS.length }, () => []));
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    if (!(boxes[4 * row] <= right && boxes[4 * row + 2] >= left && boxes[4 * row + 1] <= bottom && boxes[4 * row + 3] >= top)) continue;
    const rank = states ? rankOf[states.codes[row]] : FILLS.length - 1;
    found[dimensions[row]][(colours ? classOf[colours[row]] : 0) * FILLS.length + rank].push(row);
  }
  return found.slice(0, 3).map((looks) => ({
    count: looks.reduce((sum, each) => sum + each.length, 0),
    looks: looks.map((members, look) => ({ members, family: familyOf(classes[Math.floor(look / FILLS.length)].family), status: FILLS[look % FILLS.length] })).filter(({ members }) => members.length),
  }));
}

/**
 * Draw rows; the map draws all that are shown.
 * @param {Pen} context
 * @param {View} view
 * @param {FeatureTable} table
 * @param {ArrayLike<number>} rows
 */
export function drawFeatures(context, view, table, rows) {
  const [points, lines, areas] = batches(view, table, rows);
  context.lineJoin = 'round';
  for (const look of areas.looks) drawAreas(context, view, table, look, areas.count <= MOST_IN_DETAIL);
  for (const look of lines.looks) drawLines(context, view, table, look, lines.count <= MOST_IN_DETAIL);
  const size = SIZES.find(([most]) => points.count <= most)?.[1];
  if (size === undefined) drawDots(context, view, table, points.looks);
  else for (const look of points.looks) drawPoints(context, view, table, look, size);
  return points.count + lines.count + areas.count;
}

/**
 * Trace some rows as one path, and return those that are specks at this zoom.
 * @param {Pen} context
 * @param {View} view
 * @param {FeatureTable} table
 * @param {number[]} members
 */
function traceRows(context, { scale, origin }, { dimensions, firstPart, firstPosition, xs, ys, boxes }, members) {
  context.beginPath();
  for (const row of members) {
    if ((boxes[4 * row + 2] - boxes[4 * row]) * scale < SPECK_PX && (boxes[4 * row + 3] - boxes[4 * row + 1]) * scale < SPECK_PX) {
      const [x, y] = [boxes[4 * row] * scale - origin[0], boxes[4 * row + 1] * scale - origin[1]];
      context.moveTo(x - SPECK_PX / 2, y);
      context.lineTo(x + SPECK_PX / 2, y);
      continue;
    }
    for (let part = firstPart[row]; part < firstPart[row + 1]; part += 1) {
      const [first, last] = [firstPosition[part], firstPosition[part + 1] - 1];
      let x = xs[first] * scale - origin[0];
      let y = ys[first] * scale - origin[1];
      context.moveTo(x, y);
      for (let i = first + 1; i <= last; i += 1) {
        const nextX = xs[i] * scale - origin[0];
        const nextY = ys[i] * scale - origin[1];
        if (i < last && Math.abs(nextX - x) < STEP_PX && Math.abs(nextY - y) < STEP_PX) continue;
        context.lineTo(nextX, nextY);
        x = nextX;
        y = nextY;
      }
      if (dimensions[row] === 2) context.closePath();
    }
  }
}

/**
 * @param {number[]} members
 * @param {(members: number[]) => void} act
 */
function inChunks(members, act) {
  for (let from = 0; from < members.length; from += LINES_A_PATH) act(members.slice(from, from + LINES_A_PATH));
}

/**
 * @param {Pen} context
 * @param {string} colour
 * @param {number} width
 * @param {number[]} [dash]
 */
function pass(context, colour, width, dash = []) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {FeatureTable} table
 * @param {FeatureLook} look
 * @param {boolean} inDetail
 */
function drawAreas(context, view, table, { members, family }, inDetail) {
  const { line, base } = styleOf;
  inChunks(members, (chunk) => {
    traceRows(context, view, table, chunk);
    context.globalAlpha = AREA_OPACITY;
    context.fillStyle = family.colour;
    context.fill('evenodd');
    context.globalAlpha = 1;
    if (inDetail) pass(context, base.casing, line.area + 2 * line.task_casing);
    pass(context, family.colour, inDetail ? line.area : 1);
  });
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {FeatureTable} table
 * @param {FeatureLook} look
 * @param {boolean} inDetail
 */
function drawLines(context, view, table, { members, family, status }, inDetail) {
  const { line, base } = styleOf;
  const share = view.zoom < line.task_far_below_zoom ? line.task_far / line.task : 1;
  const width = line.task * share;
  const inner = width - 2 * line.task_edge * share;
  inChunks(members, (chunk) => {
    traceRows(context, view, table, chunk);
    context.lineCap = 'round';
    if (inDetail) pass(context, base.casing, width + 2 * line.task_casing);
    pass(context, family.colour, inDetail ? width : Math.max(1.5, width / 2));
    if (!inDetail || status === 'done') return;
    context.lineCap = 'butt';
    pass(context, base.casing, inner);
    if (status === 'started') pass(context, family.colour, inner, [line.started_dash * share, line.started_gap * share]);
  });
  context.setLineDash([]);
}

const sprites = new Map();

/**
 * Return a symbol as a picture of device pixels.
 * @param {FamilyStyle} family
 * @param {Status} status
 * @param {number} size
 * @param {number} ratio
 * @returns {HTMLCanvasElement}
 */
function spriteOf(family, status, size, ratio) {
  const key = `${family.key} ${status} ${size} ${ratio}`;
  const known = sprites.get(key);
  if (known) return known;
  const sprite = document.createElement('canvas');
  sprite.width = Math.ceil((size + 2 * SPRITE_MARGIN) * ratio);
  sprite.height = sprite.width;
  const context = contextOf(sprite);
  context.scale(ratio, ratio);
  const middle = sprite.width / ratio / 2;
  drawSymbol(context, { shape: family.shape, colour: family.colour, status, x: middle, y: middle, size });
  sprites.set(key, sprite);
  return sprite;
}

/**
 * @param {Pen} context
 * @param {View} view
 * @param {FeatureTable} table
 * @param {FeatureLook} look
 * @param {number} size
 */
function drawPoints(context, { scale, origin, ratio }, { firstPart, firstPosition, xs, ys }, { members, family, status }, size) {
  const sprite = spriteOf(family, status, size, ratio);
  const width = sprite.width / ratio;
  for (const row of members) {
    const end = firstPosition[firstPart[row + 1]];
    for (let i = firstPosition[firstPart[row]]; i < end; i += 1) {
      const left = Math.round((xs[i] * scale - origin[0] - width / 2) * ratio) / ratio;
      const top = Math.round((ys[i] * scale - origin[1] - width / 2) * ratio) / ratio;
      context.drawImage(sprite, left, top, width, width);
    }
  }
}

/** Where the lowest byte of a number lies decides how a colour is written as one. */
const LOWEST_FIRST = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * Return a colour of the style table, #RRGGBB, as a pixel.
 * @param {string} colour
 */
function pixelOf(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return LOWEST_FIRST ? (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0 : ((red << 24) | (green << 16) | (blue << 8) | 0xff) >>> 0;
}

/**
 * Draw very many points as dots, straight into pixels: ten times as fast as a rectangle each.
 * @param {Pen} context
 * @param {View} view
 * @param {FeatureTable} table
 * @param {FeatureLook[]} looks
 */
function drawDots(context, { scale, origin, ratio, box }, { firstPart, firstPosition, xs, ys }, looks) {
  const [width, height] = [Math.ceil((box[2] - box[0]) * ratio), Math.ceil((box[3] - box[1]) * ratio)];
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const side = Math.max(1, Math.round(DOT * ratio));
  for (const { members, family } of looks) {
    const pixel = pixelOf(family.colour);
    for (const row of members) {
      const end = firstPosition[firstPart[row + 1]];
      for (let i = firstPosition[firstPart[row]]; i < end; i += 1) {
        const left = Math.round((xs[i] * scale - origin[0] - box[0]) * ratio - side / 2);
        const top = Math.round((ys[i] * scale - origin[1] - box[1]) * ratio - side / 2);
        const [from, to] = [Math.max(0, left), Math.min(width, left + side)];
        if (from >= to) continue;
        for (let y = Math.max(0, top); y < Math.min(height, top + side); y += 1) pixels.fill(pixel, y * width + from, y * width + to);
      }
    }
  }
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  contextOf(sheet).putImageData(image, 0, 0);
  context.drawImage(sheet, box[0], box[1], width / ratio, height / ratio);
}

/**
 * Draw one row in front of all others, in a halo.
 * @param {Pen} context
 * @param {View} view
 * @param {number} row
 * @param {{ width: number, opacity: number }} given
 */
export function drawHalo(context, view, row, { width, opacity }) {
  const { table } = features;
  const { line, ui } = styleOf;
  const { family, status } = lookOf(table, row);
  context.globalAlpha = opacity;
  if (table.dimensions[row] === 0) {
    const { firstPart, firstPosition, xs, ys } = table;
    for (let i = firstPosition[firstPart[row]]; i < firstPosition[firstPart[row + 1]]; i += 1) {
      const [x, y] = view.place([xs[i], ys[i]]);
      drawSymbol(context, { shape: family.shape, colour: family.colour, status, x, y, halo: { colour: ui.selected_halo, edge: ui.ink, width } });
    }
  } else {
    traceRows(context, view, table, [row]);
    context.lineCap = 'round';
    pass(context, ui.ink, line.task + width + 2 * line.selected_edge);
    pass(context, ui.selected_halo, line.task + width);
    pass(context, family.colour, line.task);
  }
  context.globalAlpha = 1;
}
