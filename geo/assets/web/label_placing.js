/** Find room for labels: greedy, most important first, never over another label or in another place's circle. */

import { makeBoxIndex } from './box_index.js';
import { alongLine, isInside, lengthOf } from './geometry.js';

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @returns {Box}
 */
const around = (x, y, width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

/** A box under a leader costs less than one under a text; a circle that it enters from outside costs more. */
const LEADER_COST = 0.15;
const LEADER_IN_CIRCLE = 6;

/**
 * Make an empty sheet: `blocked` may not be covered, `busy` should not; `circles` are {owner, at, radius, ground}.
 * @param {Box} box
 * @returns {LabelSheet}
 */
export function emptySheet(box) {
  return { box, blocked: makeBoxIndex(), busy: makeBoxIndex(), circles: [] };
}

/**
 * Return a sheet on which more can be placed without taking room from this one.
 * @param {LabelSheet} sheet
 * @returns {LabelSheet}
 */
export function copyOfSheet(sheet) {
  const blocked = makeBoxIndex();
  blocked.add(sheet.blocked.all);
  return { ...sheet, blocked };
}

/**
 * @param {Box} box
 * @param {LabelSheet} sheet
 */
const outsideOf = (box, sheet) =>
  box[0] < sheet.box[0] || box[1] < sheet.box[1] || box[2] > sheet.box[2] || box[3] > sheet.box[3];

/**
 * @param {Box} corners
 * @param {{ at: Pair, radius: number }} more
 */
function reachesInto([left, top, right, bottom], { at: [x, y], radius }) {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < radius;
}

/**
 * Return boxes along a leader, short of its end at the text.
 * @param {[Pair, Pair]} corners
 */
function leaderBoxes([[x0, y0], [x1, y1]]) {
  const steps = Math.max(2, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 6));
  return Array.from({ length: steps }, (_, i) => around(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps, 4, 4));
}

/**
 * @param {Spot} given
 * @param {LabelSheet} sheet
 * @param {{ owner: Site | null, inCircle: number, inGround: number }} more
 */
function costOf({ boxes, leader }, sheet, { owner, inCircle, inGround }) {
  if (boxes.some((box) => outsideOf(box, sheet) || sheet.blocked.any(box))) return Infinity;
  const circles = sheet.circles.filter((circle) => circle.owner !== owner && boxes.some((box) => reachesInto(box, circle)));
  let cost = circles.reduce((sum, { ground }) => sum + (ground ? inGround : inCircle), 0);
  if (cost === Infinity) return cost;
  for (const box of boxes) cost += sheet.busy.count(box);
  return leader ? cost + costOfLeader(leaderBoxes(leader), sheet, owner) : cost;
}

/**
 * @param {Box[]} boxes
 * @param {LabelSheet} sheet
 * @param {Site | null} owner
 */
function costOfLeader(boxes, sheet, owner) {
  if (boxes.some((box) => sheet.blocked.any(box))) return Infinity;
  const entered = sheet.circles.filter((circle) => circle.owner !== owner && !circle.ground
    && !reachesInto(boxes[0], circle) && boxes.some((box) => reachesInto(box, circle)));
  return boxes.reduce((sum, box) => sum + LEADER_COST * sheet.busy.count(box), LEADER_IN_CIRCLE * entered.length);
}

/**
 * Take the candidate that covers least, if any is free; its boxes and its leader are blocked from then on.
 * `inCircle` is what it costs to stand in the circle of a place other than `owner`, `inGround` in one that is ground.
 * @param {Spot[]} candidates
 * @param {LabelSheet} sheet
 * @param {{ tolerated?: number, owner?: Site | null, inCircle?: number, inGround?: number }} [given]
 * @returns {(Spot & { total: number }) | null}
 */
export function placeBest(candidates, sheet, { tolerated = Infinity, owner = null, inCircle = Infinity, inGround = 0 } = {}) {
  let best = null;
  let least = Infinity;
  for (const candidate of [...candidates].sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0))) {
    const own = candidate.cost ?? 0;
    if (own >= least) break;
    const cost = own + costOf(candidate, sheet, { owner, inCircle, inGround });
    if (cost < least) [best, least] = [candidate, cost];
  }
  if (!best || least > tolerated) return null;
  sheet.blocked.add(best.boxes);
  if (best.leader) sheet.blocked.add(leaderBoxes(best.leader));
  return { ...best, total: least };
}

/**
 * Return places beside a point or a circle, the right side first.
 * @param {Pair} position
 * @param {{ radius: number, width: number, height: number, gap?: number }} more
 * @returns {Spot[]}
 */
export function besidePoint([x, y], { radius, width, height, gap = 5 }) {
  const far = radius + gap;
  const steep = far * 0.75;
  return [
    [x + far + width / 2, y, 0], [x - far - width / 2, y, 0],
    [x, y - far - height / 2, 0.4], [x, y + far + height / 2, 0.4],
    [x + steep + width / 2, y - steep - height / 4, 0.6], [x + steep + width / 2, y + steep + height / 4, 0.6],
    [x - steep - width / 2, y - steep - height / 4, 0.8], [x - steep - width / 2, y + steep + height / 4, 0.8],
  ].map(([cx, cy, cost]) => ({ at: [cx, cy], cost, kind: 'level', boxes: [around(cx, cy, width, height)] }));
}

const REACHES = [18, 30, 44, 60, 80, 104];
const DIRECTIONS = Array.from({ length: 16 }, (_, i) => [Math.cos((i * Math.PI) / 8), Math.sin((i * Math.PI) / 8)]);

/**
 * Return places farther off, each with a leader from the rim of the point or circle to the text.
 * @param {Pair} position
 * @param {{ radius: number, width: number, height: number }} more
 * @returns {Spot[]}
 */
export function awayFromPoint([x, y], { radius, width, height }) {
  return REACHES.flatMap((reach) => DIRECTIONS.map(([dx, dy]) => {
    /** @type {Pair} */
    const start = [x + dx * radius, y + dy * radius];
    /** @type {Pair} */
    const end = [x + dx * (radius + reach), y + dy * (radius + reach)];
    const level = Math.abs(dx) > 0.2;
    /** @type {Pair} */
    const at = level ? [end[0] + Math.sign(dx) * (width / 2 + 2), end[1]] : [end[0], end[1] + Math.sign(dy) * (height / 2 + 1)];
    return { at, cost: 2 + reach / 40 + (reach / 70) ** 2, kind: 'level', boxes: [around(...at, width, height)], leader: [start, end] };
  }));
}

/**
 * Return places inside a large circle, for a text that would be far from its middle outside.
 * @param {Pair} position
 * @param {{ radius: number, width: number, height: number }} more
 * @returns {Spot[]}
 */
export function insideCircle([x, y], { radius, width, height }) {
  if (width > 1.7 * radius) return [];
  return [0, -0.45, 0.45].map((share) => {
    /** @type {Pair} */
    const at = [x, y + share * radius];
    return { at, kind: 'level', cost: 1, boxes: [around(...at, width, height)] };
  });
}

const SHARES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86];

/**
 * Return places beside a line: along it, or set down it in upright characters where it is steep.
 * @param {Pair[]} points
 * @param {{ characters: { text: string, width: number }[], size: number, offset: number }} given
 * @returns {Spot[]}
 */
export function besideLine(points, { characters, size, offset }) {
  const total = lengthOf(points);
  const text = characters.reduce((sum, { width }) => sum + width, 0);
  if (total < text * 0.8) return [];
  return SHARES.flatMap((share) => {
    const from = Math.max(0, share * total - text / 2);
    const chord = [alongLine(points, from), alongLine(points, Math.min(total, from + text))];
    const [dx, dy] = [chord[1][0] - chord[0][0], chord[1][1] - chord[0][1]];
    const steep = Math.abs(dy) > Math.abs(dx);
    return [1, -1].map((side) => setAlong(points, { characters, size, offset: side * offset, from, total, text, steep, chord }));
  });
}

/**
 * @param {Pair[]} points
 * @param {{ characters: { text: string, width: number }[], size: number, offset: number, from: number, total: number, text: number, steep: boolean, chord: Pair[] }} given
 * @returns {Spot}
 */
function setAlong(points, { characters, size, offset, from, total, text, steep, chord }) {
  const [dx, dy] = [chord[1][0] - chord[0][0], chord[1][1] - chord[0][1]];
  const backwards = steep ? dy < 0 : dx < 0;
  const step = steep ? (size * 1.1 * Math.hypot(dx, dy)) / Math.abs(dy) : 0;
  const reach = steep ? step * characters.length : text;
  const begin = Math.max(0, Math.min(total - reach, from + (text - reach) / 2));
  const length = Math.hypot(dx, dy) || 1;
  const normal = [(-dy / length) * offset, (dx / length) * offset];
  const angle = steep ? 0 : Math.atan2(backwards ? -dy : dy, backwards ? -dx : dx);
  let done = 0;
  const glyphs = characters.map(({ text: character, width }) => {
    const wide = step || width;
    const middle = done + wide / 2;
    done += wide;
    const [x, y] = alongLine(points, backwards ? begin + reach - middle : begin + middle);
    return { character, x: x + normal[0], y: y + normal[1], angle };
  });
  const boxes = glyphs.map(({ x, y }) => around(x, y, size + 2, size + 2));
  return { kind: 'along', glyphs, boxes, cost: steep ? 0.3 : 0 };
}

/**
 * Return places inside an area, those with most room round them first.
 * @param {Pair[][]} parts
 * @param {{ width: number, height: number, within: Box, busy: Box[] }} given
 * @returns {Spot[]}
 */
export function insideArea(parts, { width, height, within, busy }) {
  const xs = parts.flat().map(([x]) => x);
  const ys = parts.flat().map(([, y]) => y);
  const box = [
    Math.max(Math.min(...xs), within[0]), Math.max(Math.min(...ys), within[1]),
    Math.min(Math.max(...xs), within[2]), Math.min(Math.max(...ys), within[3]),
  ];
  const spots = [];
  for (let row = 1; row < 18; row += 1) {
    for (let column = 1; column < 18; column += 1) {
      /** @type {Pair} */
      const at = [box[0] + ((box[2] - box[0]) * column) / 18, box[1] + ((box[3] - box[1]) * row) / 18];
      const room = around(...at, width, height);
      /** @type {Pair[]} */
      const corners = [[room[0], room[1]], [room[2], room[1]], [room[0], room[3]], [room[2], room[3]], at];
      const held = corners.filter((corner) => isInside(parts, corner)).length;
      if (held < 3) continue;
      spots.push({ at, kind: 'level', boxes: [room], cost: (5 - held) * 1.5 - roomRound(at, busy, parts) });
    }
  }
  return spots.sort((a, b) => a.cost - b.cost).slice(0, 40).map((spot, i) => ({ ...spot, cost: Math.max(0, spot.cost + 3) + i * 0.01 }));
}

/**
 * How free a spot is, 0 to 3: half the distance to what is near, up to 120 px.
 * @param {Pair} position
 * @param {Box[]} busy
 * @param {Pair[][]} parts
 */
function roomRound([x, y], busy, parts) {
  let nearest = 120;
  for (const [x0, y0, x1, y1] of busy) {
    nearest = Math.min(nearest, Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1)));
  }
  for (const [px, py] of parts.flat()) nearest = Math.min(nearest, Math.hypot(px - x, py - y));
  return nearest / 40;
}
