/** A card beside the chosen place, with a leader to it, where it hides least. */

import { overlaps } from './box_index.js';
import { copyLinkButton } from './copy_link.js';
import { daysLate } from './deadlines.js';
import { dataText, el, svgEl } from './dom.js';
import { isPhone } from './fitting.js';
import { alongLine, lengthOf } from './geometry.js';
import { fileOfZone, page, sitesOfTask, taskOf } from './page.js';
import { styleOf } from './style.js';
import { pointOf } from './task_drawing.js';
import { chip, definitionList, placeRank, precisionText, siteIcon, sourceText, taskIcon } from './task_text.js';
import { dueText, labelOf, say } from './words.js';

/** How far the card stands from the place, and from the edge of the map. */
const GAP = 28;
const EDGE = 12;
const STEP = 16;

/**
 * Make the card; it follows the selection and the map.
 * @param {L.Map} map
 * @param {CanvasLayer} canvas
 */
export function makePopup(map, canvas) {
  const card = el('div', { class: 'popup', role: 'dialog', hidden: true });
  const casing = svgEl('line', { stroke: styleOf.ui.paper, 'stroke-width': 3 });
  const line = svgEl('line', { stroke: styleOf.ui.ink, 'stroke-width': 1 });
  const end = svgEl('circle', { r: 3, fill: styleOf.ui.ink, stroke: styleOf.ui.paper });
  const overlay = svgEl('svg', { class: 'popup-leader', 'aria-hidden': 'true' }, casing, line, end);
  overlay.style.display = 'none';
  page.host.append(overlay, card);
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);
  // Leaflet looks for the card among the parents of what was clicked, which may be gone by then.
  card.addEventListener('click', (event) => event.stopPropagation());
  /** @type {Site | null} */
  let site = null;
  /** @type {Pair} */
  let offset = [0, 0];
  const close = () => {
    site = null;
    card.hidden = true;
    overlay.style.display = 'none';
  };
  const move = () => {
    if (!site) return;
    const [x, y] = pixelsOf(map, canvas, [site])[0];
    const box = cardBox([x + offset[0], y + offset[1]], card);
    card.style.transform = `translate(${Math.round(box[0])}px, ${Math.round(box[1])}px)`;
    const [from, to] = leaderBetween(pixelsOf(map, canvas, [site]), box);
    for (const part of [casing, line]) setAll(part, { x1: from[0], y1: from[1], x2: to[0], y2: to[1] });
    setAll(end, { cx: from[0], cy: from[1] });
  };
  const place = () => {
    if (!site) return;
    const [x, y] = pixelsOf(map, canvas, [site])[0];
    const corner = bestCorner(map, canvas, site, card);
    offset = [corner[0] - x, corner[1] - y];
    move();
  };
  /** @param {Site} next */
  const show = (next) => {
    site = next;
    card.setAttribute('aria-label', site.place);
    card.replaceChildren(...cardContent(site, page.selection.state.task));
    card.hidden = false;
    overlay.style.display = '';
    place();
  };
  const refresh = () => {
    const chosen = page.sites.find((each) => each.id === page.selection.state.site);
    if (chosen && !(isPhone() && page.kind === 'zone')) show(chosen);
    else close();
  };
  page.selection.listen((_, { what }) => what === 'choice' && refresh());
  map.on('move zoom', move);
  map.on('moveend', () => site && place());
  return { isOpen: () => !card.hidden };
}

/**
 * @param {Element} element
 * @param {Record<string, number>} attributes
 */
function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/**
 * @param {Pair} corners
 * @param {HTMLElement} card
 * @returns {Box}
 */
const cardBox = ([left, top], card) => [left, top, left + card.offsetWidth, top + card.offsetHeight];

/**
 * Return pixels of the map all over some places, as close as the card could hide.
 * @param {L.Map} map
 * @param {CanvasLayer} canvas
 * @param {Site[]} sites
 * @returns {Pair[]}
 */
function pixelsOf(map, canvas, sites) {
  const view = canvas.view();
  return sites.flatMap((site) => pixelsOfSite(site, view)).map((point) => map.layerPointToContainerPoint(point)).map(({ x, y }) => /** @type {Pair} */ ([x, y]));
}

/**
 * @param {Site} site
 * @param {View} view
 * @returns {Pair[]}
 */
function pixelsOfSite(site, view) {
  const { circle, dimension } = site.shape;
  if (dimension === 0) return [pointOf(site, view)];
  if (circle) {
    const [x, y] = view.place(circle.centre);
    const rim = Array.from({ length: 24 }, (_, i) => /** @type {Pair} */ ([x + circle.radius * view.scale * Math.cos((i * Math.PI) / 12), y + circle.radius * view.scale * Math.sin((i * Math.PI) / 12)]));
    return [[x, y], ...rim];
  }
  return view.partsOf(site.shape).flatMap((part) => {
    const length = lengthOf(part);
    const steps = Math.min(80, Math.max(1, Math.ceil(length / 10)));
    return Array.from({ length: steps + 1 }, (_, i) => alongLine(part, (i * length) / steps));
  });
}

/**
 * Try spots all over the map; the best covers nothing chosen and nothing floating, close beside the place.
 * @param {L.Map} map
 * @param {CanvasLayer} canvas
 * @param {Site} site
 * @param {HTMLElement} card
 * @returns {Pair}
 */
function bestCorner(map, canvas, site, card) {
  const size = map.getSize();
  const [width, height] = [card.offsetWidth, card.offsetHeight];
  const floating = floatingOver(map);
  const own = pixelsOf(map, canvas, [site]).filter(([x, y]) => x > 0 && y > 0 && x < size.x && y < size.y);
  const { task } = page.selection.state;
  const chosen = task === null ? [] : pixelsOf(map, canvas, sitesOfTask(task).filter((each) => each !== site));
  const others = pixelsOf(map, canvas, page.sites.filter((each) => each !== site));
  /**
   * @param {Box} box
   * @param {number} margin
   * @returns {(point: Pair) => boolean}
   */
  const inside = (box, margin) => ([x, y]) => x > box[0] - margin && x < box[2] + margin && y > box[1] - margin && y < box[3] + margin;
  /** @param {Box} box */
  const score = (box) => {
    const hidden = floating.filter((other) => overlaps(box, other)).length;
    const covered = 20 * own.filter(inside(box, EDGE)).length + 4 * chosen.filter(inside(box, 4)).length + 0.5 * others.filter(inside(box, 0)).length;
    const far = Math.min(...own.map((point) => gapTo(point, box)), 4 * GAP);
    return 1000 * hidden + covered + Math.abs(far - GAP) / 6;
  };
  /** @type {Pair} */
  let best = [EDGE, EDGE];
  let least = Infinity;
  for (let x = EDGE; x <= Math.max(EDGE, size.x - width - EDGE); x += STEP) {
    for (let y = 2 * EDGE; y <= Math.max(2 * EDGE, size.y - height - EDGE); y += STEP) {
      const sum = score(cardBox([x, y], card));
      if (sum < least) [best, least] = [[x, y], sum];
    }
  }
  return best;
}

/**
 * @param {L.Map} map
 * @returns {Box[]}
 */
function floatingOver(map) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...document.querySelectorAll('[data-floats]')].map((element) => element.getBoundingClientRect())
    .map((box) => /** @type {Box} */ ([box.left - frame.left - 4, box.top - frame.top - 4, box.right - frame.left + 4, box.bottom - frame.top + 4]));
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
/**
 * @param {Pair} position
 * @param {Box} box
 * @returns {Pair}
 */
const nearestOn = ([x, y], box) => [clamp(x, box[0], box[2]), clamp(y, box[1], box[3])];

/**
 * @param {Pair} point
 * @param {Box} box
 */
function gapTo(point, box) {
  const [x, y] = nearestOn(point, box);
  return Math.hypot(x - point[0], y - point[1]);
}

/**
 * Return the shortest leader from a place's pixels to the card.
 * @param {Pair[]} points
 * @param {Box} box
 * @returns {[Pair, Pair]}
 */
function leaderBetween(points, box) {
  const from = points.reduce((best, point) => (gapTo(point, box) < gapTo(best, box) ? point : best));
  return [from, nearestOn(from, box)];
}

/**
 * @param {Site} site
 * @param {string | null} taskId
 */
function cardContent(site, taskId) {
  const task = page.tasks.get(taskId) ?? taskOf(site.tasks[0].task_id);
  const others = site.tasks.filter((entry) => page.kind === 'index' || entry.task_id !== task.task_id);
  const ofOneTask = taskId !== null || site.tasks.length === 1;
  const status = site.tasks.find((entry) => entry.task_id === task.task_id)?.status ?? task.status;
  return [
    el(
      'div',
      { class: 'popup-head' },
      siteIcon(site, 20),
      el('h2', {}, dataText(site.place)),
      el('button', { type: 'button', class: 'popup-close', 'aria-label': say('close'), click: () => page.selection.clear({ from: 'popup' }) }, '×'),
    ),
    el('p', { class: 'popup-meta' }, ofOneTask ? dataText([labelOf('category', task.category), placeRank(task, site)].filter(Boolean).join(' · ')) : say('items', { n: site.tasks.length })),
    definitionList([
      [labelOf('columns', 'status'), ofOneTask ? chip(labelOf('status', status), status) : null],
      [labelOf('columns', 'due'), ofOneTask ? dueWords(task) : null],
      [labelOf('columns', 'kind'), labelOf('kind', site.kind)],
      [labelOf('columns', 'precision'), precisionText(site)],
      [labelOf('columns', 'source'), el('span', { title: site.source }, dataText(sourceText(site)))],
    ]),
    others.length ? el('ul', { class: 'popup-tasks' }, others.map((entry) => otherTask(taskOf(entry.task_id), site))) : null,
    el('p', { class: 'row-actions' }, copyLinkButton()),
  ].filter((part) => part !== null);
}

/** @param {Task} task */
function dueWords(task) {
  const days = daysLate(task, page.day());
  return days ? el('span', {}, task.due, ' ', chip(say('overdue_days', { n: days }), 'overdue')) : task.due ?? dueText(task);
}

/**
 * On the zone page another task here is chosen; on the index it is a link to its page.
 * @param {Task} task
 * @param {Site} site
 */
function otherTask(task, site) {
  const inside = [taskIcon(task, 16), dataText(task.text, 'title')];
  const way = page.kind === 'index'
    ? el('a', { href: `${fileOfZone(task.page)}#${encodeURIComponent(task.task_id)}` }, inside)
    : el('button', { type: 'button', click: () => page.selection.choose(task.task_id, { site: site.id, from: 'map' }) }, inside);
  return el('li', {}, way);
}
