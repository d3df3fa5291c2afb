/** Move the map so that something is seen whole, clear of what floats over it. */

import { joinBoxes, toLonLat } from './geometry.js';

const PHONE = '(max-width: 719px)';
const MAX_ZOOM = 16.5;

export const isPhone = () => window.matchMedia(PHONE).matches;
const prefersStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Return what covers the edges of the map: the legend at the right, the sheet at the bottom. */
function padding(map) {
  if (isPhone()) {
    const sheet = document.querySelector('.panel');
    const covered = sheet ? Math.max(0, map.getContainer().getBoundingClientRect().bottom - sheet.getBoundingClientRect().top) : 0;
    const height = map.getSize().y;
    return { paddingTopLeft: [28, 36], paddingBottomRight: [60, Math.min(covered, height * 0.6) + 20] };
  }
  const legend = document.querySelector('.legend');
  const beside = legend && map.getSize().x > 640 ? legend.getBoundingClientRect().width + 24 : 64;
  return { paddingTopLeft: [60, 44], paddingBottomRight: [beside, 32] };
}

export function fitFrame(map, [west, south, east, north], { animate = false } = {}) {
  map.fitBounds([[south, west], [north, east]], { ...padding(map), animate: animate && !prefersStill(), maxZoom: MAX_ZOOM });
}

/** Fly to world boxes; a reader who prefers no motion is taken there at once. */
export function flyToBoxes(map, boxes) {
  if (!boxes.length) return;
  const [x0, y0, x1, y1] = joinBoxes(boxes);
  const bounds = L.latLngBounds([[x0, y1], [x1, y0]].map((corner) => L.GeoJSON.coordsToLatLng(toLonLat(corner))));
  const options = { ...padding(map), maxZoom: MAX_ZOOM };
  if (prefersStill()) map.fitBounds(bounds, { ...options, animate: false });
  else map.flyToBounds(bounds, { ...options, duration: 0.6 });
}
