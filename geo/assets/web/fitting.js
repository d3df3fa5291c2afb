/** Move the map so that something is seen whole, clear of what floats over it. */

import { joinBoxes, toLonLat } from './geometry.js';

const PHONE = '(max-width: 719px)';
const MAX_ZOOM = 16.5;
/** The most of the map's height that is taken as hidden by the sheet. */
const MOST_COVERED = 0.6;
/** Room for the popup beside a place. */
const POPUP_BESIDE = 300;
const POPUP_BELOW = 230;
/** Room for the choice of the base in the corner. */
const ABOVE_CHOICE = 64;

export const isPhone = () => window.matchMedia(PHONE).matches;
const prefersStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Call back now and whenever the screen becomes narrow or wide.
 * @param {(isPhone: boolean) => void} act
 */
export function onPhoneChange(act) {
  const query = window.matchMedia(PHONE);
  query.addEventListener('change', () => act(query.matches));
  act(query.matches);
}

/**
 * Return what covers the edges of the map: notes at the top, the legend at the right, sheet and footer at the bottom.
 * @param {L.Map} map
 * @param {{ popup?: boolean }} [given]
 * @returns {{ paddingTopLeft: Pair, paddingBottomRight: Pair }}
 */
function padding(map, { popup = false } = {}) {
  const size = map.getSize();
  const top = coveredAbove(map);
  if (isPhone()) return { paddingTopLeft: [28, Math.max(36, top)], paddingBottomRight: [60, coveredBelow(map) + 16] };
  const legend = document.querySelector('.legend');
  const beside = legend && size.x > 640 ? legend.getBoundingClientRect().width + 24 : 64;
  const wide = size.x > 900;
  return {
    paddingTopLeft: [(popup && wide ? POPUP_BESIDE : 60) + coveredAtLeft(), Math.max(44, top)],
    paddingBottomRight: [beside, popup && !wide ? POPUP_BELOW : document.querySelector('.base-choice') ? ABOVE_CHOICE : 32],
  };
}

/** Return how wide the report is that lies on a map of someone else. */
function coveredAtLeft() {
  return document.querySelector('.embedded-report')?.getBoundingClientRect().width ?? 0;
}

/** @param {L.Map} map */
function coveredAbove(map) {
  const notes = document.querySelectorAll(isPhone() ? '.zone-note, .base-choice' : '.zone-note');
  const bottoms = [...notes].map((note) => note.getBoundingClientRect().bottom);
  return bottoms.length ? Math.max(...bottoms) - map.getContainer().getBoundingClientRect().top + 8 : 0;
}

/**
 * Return how many pixels at the bottom of the map lie under the sheet and the footer that stands on it.
 * @param {L.Map} map
 */
export function coveredBelow(map) {
  if (!isPhone()) return 0;
  const { bottom } = map.getContainer().getBoundingClientRect();
  const tops = [...document.querySelectorAll('.panel, .map-footer')].map((element) => element.getBoundingClientRect().top);
  return Math.min(Math.max(0, bottom - Math.min(bottom, ...tops)), map.getSize().y * MOST_COVERED);
}

/**
 * Let the map be moved over a box only; what lies under the sheet is not seen, so there it may go on.
 * @param {L.Map} map
 * @param {Box} corners
 */
export function keepOver(map, [west, south, east, north]) {
  const hidden = isPhone() ? coveredBelow(map) / map.getSize().y : 0;
  map.setMaxBounds([[south - ((north - south) * hidden) / (1 - hidden), west], [north, east]]);
}

/**
 * @param {L.Map} map
 * @param {Box} corners
 * @param {{ animate?: boolean }} [given2]
 */
export function fitFrame(map, [west, south, east, north], { animate = false } = {}) {
  map.fitBounds([[south, west], [north, east]], { ...padding(map), animate: animate && !prefersStill(), maxZoom: MAX_ZOOM });
}

/**
 * Fly to world boxes, with room for the popup where one opens; a reader who prefers no motion is taken there at once.
 * @param {L.Map} map
 * @param {Box[]} boxes
 * @param {{ popup?: boolean }} [given]
 */
export function flyToBoxes(map, boxes, { popup = false } = {}) {
  if (!boxes.length) return;
  const [x0, y0, x1, y1] = joinBoxes(boxes);
  const bounds = L.latLngBounds(/** @type {Pair[]} */ ([[x0, y1], [x1, y0]]).map((corner) => L.GeoJSON.coordsToLatLng(toLonLat(corner))));
  const options = { ...padding(map, { popup }), maxZoom: MAX_ZOOM };
  if (prefersStill()) map.fitBounds(bounds, { ...options, animate: false });
  else map.flyToBounds(bounds, { ...options, duration: 0.6 });
}
