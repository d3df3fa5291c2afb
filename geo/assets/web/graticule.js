/** Meridians and parallels, with their degrees at the top and left edge of the map. */

import { el } from './dom.js';
import { toWorld } from './geometry.js';
import { styleOf } from './style.js';
import { degreesText } from './words.js';

const STEPS_MINUTES = [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15, 30, 60];
const WANTED_PX = 150;

/** @param {MapFrame} map */
function stepFor(map) {
  const bounds = map.getBounds();
  const wanted = ((bounds.getEast() - bounds.getWest()) * 60 * WANTED_PX) / Math.max(1, map.getSize().x);
  return STEPS_MINUTES.find((step) => step >= wanted) ?? STEPS_MINUTES[STEPS_MINUTES.length - 1];
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} stepMinutes
 */
function multiples(from, to, stepMinutes) {
  const first = Math.ceil((from * 60) / stepMinutes);
  const last = Math.floor((to * 60) / stepMinutes);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ((first + i) * stepMinutes) / 60);
}

/**
 * Draw the lines of the graticule.
 * @param {Pen} context
 * @param {View} view
 * @param {MapFrame} map
 */
export function drawGraticule(context, view, map) {
  const bounds = map.getBounds().pad(0.5);
  const step = stepFor(map);
  const [left, top, right, bottom] = view.box;
  context.save();
  context.globalAlpha = styleOf.line.graticule_opacity;
  context.strokeStyle = styleOf.base.graticule;
  context.lineWidth = 1;
  context.beginPath();
  for (const lon of multiples(bounds.getWest(), bounds.getEast(), step)) {
    const x = Math.round(view.place(toWorld([lon, bounds.getSouth()]))[0]) + 0.5;
    context.moveTo(x, top);
    context.lineTo(x, bottom);
  }
  for (const lat of multiples(bounds.getSouth(), bounds.getNorth(), step)) {
    const y = Math.round(view.place(toWorld([bounds.getWest(), lat]))[1]) + 0.5;
    context.moveTo(left, y);
    context.lineTo(right, y);
  }
  context.stroke();
  context.restore();
}

/**
 * Keep the labels of the graticule at the edges while the map moves.
 * @param {L.Map} map
 */
export function labelGraticule(map) {
  const holder = el('div', { class: 'graticule', 'aria-hidden': 'true' });
  map.getContainer().append(holder);
  const update = () => holder.replaceChildren(...graticuleMarks(map).map(mark));
  map.on('move zoom resize viewreset', update);
  update();
}

/**
 * Return the degrees at the edges of a map: which edge, how far along it, and the text.
 * @param {MapFrame} map
 * @returns {GraticuleMark[]}
 */
export function graticuleMarks(map) {
  const bounds = map.getBounds();
  const step = stepFor(map);
  const decimals = step < 0.25 ? 1 : step < 0.5 ? 2 : step < 1 ? 1 : 0;
  const size = map.getSize();
  /** @type {GraticuleMark[]} */
  const meridians = multiples(bounds.getWest(), bounds.getEast(), step).map((lon) => ({ edge: 'top', at: map.latLngToContainerPoint([bounds.getNorth(), lon]).x, text: degreesText(lon, ['E', 'W'], decimals) }));
  /** @type {GraticuleMark[]} */
  const parallels = multiples(bounds.getSouth(), bounds.getNorth(), step).map((lat) => ({ edge: 'left', at: map.latLngToContainerPoint([lat, bounds.getWest()]).y, text: degreesText(lat, ['N', 'S'], decimals) }));
  return [...meridians.filter(({ at }) => at > 52 && at < size.x - 30), ...parallels.filter(({ at }) => at > 30 && at < size.y - 12)];
}

/** @param {GraticuleMark} given */
function mark({ edge, at, text }) {
  const element = el('span', { class: `graticule-${edge}` }, text);
  element.style[edge === 'top' ? 'left' : 'top'] = `${at}px`;
  return element;
}
