/** A card beside the chosen place, with a leader to it, where it hides least. */

import { dataText, el, svgEl } from './dom.js';
import { isPhone } from './fitting.js';
import { middleOf } from './labels.js';
import { fileOfZone, page, sitesOfTask } from './page.js';
import { styleOf } from './style.js';
import { chip, definitionList, placeRank, precisionText, siteIcon, sourceText, taskIcon } from './task_text.js';
import { dueText, labelOf, say } from './words.js';

const GAP = 34;
const EDGE = 12;

/** Make the card; it follows the selection and the map. */
export function makePopup(map, canvas) {
  const card = el('div', { class: 'popup', role: 'dialog', hidden: true });
  const leader = svgEl('line', { stroke: styleOf.ui.ink, 'stroke-width': 1 });
  const overlay = svgEl('svg', { class: 'popup-leader', 'aria-hidden': 'true' }, leader);
  overlay.style.display = 'none';
  map.getContainer().append(overlay, card);
  L.DomEvent.disableClickPropagation(card).disableScrollPropagation(card);
  // Leaflet looks for the card among the parents of what was clicked, which may be gone by then.
  card.addEventListener('click', (event) => event.stopPropagation());
  let site = null;
  let offset = null;
  const close = () => {
    site = null;
    card.hidden = true;
    overlay.style.display = 'none';
  };
  const move = () => {
    if (!site) return;
    const [x, y] = anchorOf(map, canvas, site);
    card.style.transform = `translate(${Math.round(x + offset[0])}px, ${Math.round(y + offset[1])}px)`;
    const end = nearestCorner([x, y], offset, card);
    for (const [name, value] of Object.entries({ x1: x, y1: y, x2: end[0], y2: end[1] })) leader.setAttribute(name, value);
  };
  const show = (next) => {
    site = next;
    card.setAttribute('aria-label', site.place);
    card.replaceChildren(...cardContent(site, page.selection.state.task));
    card.hidden = false;
    overlay.style.display = '';
    offset = bestOffset(map, canvas, site, card);
    move();
  };
  const refresh = () => {
    const chosen = page.sites.find((each) => each.id === page.selection.state.site);
    if (chosen && !(isPhone() && page.kind === 'zone')) show(chosen);
    else close();
  };
  page.selection.listen((_, { what }) => what === 'choice' && refresh());
  map.on('move zoom', move);
  map.on('moveend', () => {
    if (!site) return;
    offset = bestOffset(map, canvas, site, card);
    move();
  });
  return { isOpen: () => !card.hidden };
}

function anchorOf(map, canvas, site) {
  const [x, y] = middleOf(site, canvas.view());
  const point = map.layerPointToContainerPoint([x, y]);
  return [point.x, point.y];
}

/** Try the spots round the place; the best covers fewest of the chosen places and nothing floating. */
function bestOffset(map, canvas, site, card) {
  const [x, y] = anchorOf(map, canvas, site);
  const { offsetWidth: width, offsetHeight: height } = card;
  const size = map.getSize();
  const frame = map.getContainer().getBoundingClientRect();
  const floating = [...document.querySelectorAll('[data-floats]')].map((element) => element.getBoundingClientRect())
    .map((box) => [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top]);
  const others = placesToKeepClear(map, canvas, site);
  const spots = [0, 0.5, 1].flatMap((share) => [
    [GAP, -height * share], [-GAP - width, -height * share],
    [-width * share, GAP], [-width * share, -GAP - height],
  ]);
  const score = ([dx, dy]) => {
    const box = [x + dx, y + dy, x + dx + width, y + dy + height];
    const out = Math.max(0, EDGE - box[0]) + Math.max(0, EDGE + 12 - box[1]) + Math.max(0, box[2] - size.x + EDGE) + Math.max(0, box[3] - size.y + EDGE);
    const hidden = floating.filter((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]).length;
    const covered = others.filter(([px, py]) => px > box[0] && px < box[2] && py > box[1] && py < box[3]).length;
    return out * 20 + hidden * 400 + covered * 10;
  };
  return spots.reduce((best, spot) => (score(spot) < score(best) ? spot : best));
}

function placesToKeepClear(map, canvas, site) {
  const view = canvas.view();
  const { task } = page.selection.state;
  const sites = task === null ? page.sites : sitesOfTask(task);
  return [site, ...sites].flatMap(({ shape }) => (shape.circle ? [view.place(shape.circle.centre)] : view.partsOf(shape).flat()))
    .map((point) => map.layerPointToContainerPoint(point)).map(({ x, y }) => [x, y]);
}

function nearestCorner([x, y], [dx, dy], card) {
  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
  return [clamp(x, x + dx, x + dx + card.offsetWidth), clamp(y, y + dy, y + dy + card.offsetHeight)];
}

function cardContent(site, taskId) {
  const task = page.tasks.get(taskId) ?? page.tasks.get(site.tasks[0].task_id);
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
    el('p', { class: 'popup-meta' }, ofOneTask ? dataText([task.category, placeRank(task, site)].filter(Boolean).join(' · ')) : say('items', { n: site.tasks.length })),
    definitionList([
      [labelOf('columns', 'status'), ofOneTask ? chip(labelOf('status', status), status) : null],
      [labelOf('columns', 'due'), ofOneTask ? task.due ?? dueText(task) : null],
      [labelOf('columns', 'kind'), labelOf('kind', site.kind)],
      [labelOf('columns', 'precision'), precisionText(site)],
      [labelOf('columns', 'source'), sourceText(site)],
    ]),
    others.length ? el('ul', { class: 'popup-tasks' }, others.map((entry) => otherTask(page.tasks.get(entry.task_id), site))) : null,
  ].filter(Boolean);
}

/** On the zone page another task here is chosen; on the index it is a link to its page. */
function otherTask(task, site) {
  const inside = [taskIcon(task, 16), dataText(task.text, 'title')];
  const way = page.kind === 'index'
    ? el('a', { href: `${fileOfZone(task.page)}#${encodeURIComponent(task.task_id)}` }, inside)
    : el('button', { type: 'button', click: () => page.selection.choose(task.task_id, { site: site.id, from: 'map' }) }, inside);
  return el('li', {}, way);
}
