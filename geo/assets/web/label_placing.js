/** Find room for labels: greedy, most important first, never over another label. */

import { alongLine, isInside, lengthOf } from './geometry.js';

const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
const around = (x, y, width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

/** Make an empty sheet of taken room: `blocked` may not be covered, `busy` should not. */
export function emptySheet(box) {
  return { box, blocked: [], busy: [] };
}

const outsideOf = (box, sheet) =>
  box[0] < sheet.box[0] || box[1] < sheet.box[1] || box[2] > sheet.box[2] || box[3] > sheet.box[3];

function costOf(boxes, sheet) {
  if (boxes.some((box) => outsideOf(box, sheet) || sheet.blocked.some((taken) => overlaps(box, taken)))) return Infinity;
  return boxes.reduce((sum, box) => sum + sheet.busy.filter((taken) => overlaps(box, taken)).length, 0);
}

/** Take the candidate that covers least, if any is free; its boxes are blocked from then on. */
export function placeBest(candidates, sheet, { tolerated = Infinity } = {}) {
  let best = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const cost = costOf(candidate.boxes, sheet) + (candidate.cost ?? 0);
    if (cost < least) [best, least] = [candidate, cost];
    if (cost === 0) break;
  }
  if (!best || least > tolerated) return null;
  sheet.blocked.push(...best.boxes);
  return best;
}

/** Return places beside a point or a circle, the right side first. */
export function besidePoint([x, y], { radius, width, height, gap = 5 }) {
  const far = radius + gap;
  const steep = far * 0.75;
  const spots = [
    [x + far + width / 2, y, 0], [x - far - width / 2, y, 0],
    [x, y - far - height / 2, 0.4], [x, y + far + height / 2, 0.4],
    [x + steep + width / 2, y - steep - height / 4, 0.6], [x + steep + width / 2, y + steep + height / 4, 0.6],
    [x - steep - width / 2, y - steep - height / 4, 0.8], [x - steep - width / 2, y + steep + height / 4, 0.8],
  ];
  const leaders = [40, 64].flatMap((reach) => [[1, -1], [1, 1], [-1, -1], [-1, 1], [1, 0], [-1, 0]].map(([dx, dy]) => {
    const spot = [x + dx * (radius + reach * 0.7 + width / 2), y + dy * (radius * 0.7 + reach * 0.7)];
    return { at: spot, cost: 2 + reach / 40, leader: [[x + dx * radius * 0.8, y + dy * radius * 0.6], [spot[0] - (dx * width) / 2 - dx * 2, spot[1]]] };
  }));
  return [...spots.map(([cx, cy, cost]) => ({ at: [cx, cy], cost })), ...leaders]
    .map((spot) => ({ ...spot, kind: 'level', boxes: [around(...spot.at, width, height)] }));
}

/** Return places inside a large circle, for a text that would be far from its middle outside. */
export function insideCircle([x, y], { radius, width, height }) {
  if (width > 1.7 * radius) return [];
  return [0, -0.45, 0.45].map((share) => {
    const at = [x, y + share * radius];
    return { at, kind: 'level', cost: 1, boxes: [around(...at, width, height)] };
  });
}

const SHARES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86];

/** Return places beside a line: along it, or set down it in upright characters where it is steep. */
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

function setAlong(points, { characters, size, offset, from, total, text, steep, chord }) {
  const [dx, dy] = [chord[1][0] - chord[0][0], chord[1][1] - chord[0][1]];
  const backwards = steep ? dy < 0 : dx < 0;
  const step = steep ? (size * 1.1 * Math.hypot(dx, dy)) / Math.abs(dy) : null;
  const reach = steep ? step * characters.length : text;
  const begin = Math.max(0, Math.min(total - reach, from + (text - reach) / 2));
  const length = Math.hypot(dx, dy) || 1;
  const normal = [(-dy / length) * offset, (dx / length) * offset];
  const angle = steep ? 0 : Math.atan2(backwards ? -dy : dy, backwards ? -dx : dx);
  let done = 0;
  const glyphs = characters.map(({ text: character, width }) => {
    const wide = step ?? width;
    const middle = done + wide / 2;
    done += wide;
    const [x, y] = alongLine(points, backwards ? begin + reach - middle : begin + middle);
    return { character, x: x + normal[0], y: y + normal[1], angle };
  });
  const boxes = glyphs.map(({ x, y }) => around(x, y, size + 2, size + 2));
  return { kind: 'along', glyphs, boxes, cost: steep ? 0.3 : 0 };
}

/** Return places inside an area, those with most room round them first. */
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
      const at = [box[0] + ((box[2] - box[0]) * column) / 18, box[1] + ((box[3] - box[1]) * row) / 18];
      const room = around(...at, width, height);
      const corners = [[room[0], room[1]], [room[2], room[1]], [room[0], room[3]], [room[2], room[3]], at];
      const held = corners.filter((corner) => isInside(parts, corner)).length;
      if (held < 3) continue;
      spots.push({ at, kind: 'level', boxes: [room], cost: (5 - held) * 1.5 - roomRound(at, busy, parts) });
    }
  }
  return spots.sort((a, b) => a.cost - b.cost).slice(0, 40).map((spot, i) => ({ ...spot, cost: Math.max(0, spot.cost + 3) + i * 0.01 }));
}

/** How free a spot is, 0 to 3: half the distance to what is near, up to 120 px. */
function roomRound([x, y], busy, parts) {
  let nearest = 120;
  for (const [x0, y0, x1, y1] of busy) {
    nearest = Math.min(nearest, Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1)));
  }
  for (const [px, py] of parts.flat()) nearest = Math.min(nearest, Math.hypot(px - x, py - y));
  return nearest / 40;
}
