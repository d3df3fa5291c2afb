/** Buttons on the map, the scale bar and the position of the pointer. */

import { el, svgEl } from './dom.js';
import { isPhone } from './fitting.js';
import { metresPerWorldPixel } from './geometry.js';
import { degreesText, lengthText, say } from './words.js';

const ICONS = {
  zoom_in: 'M8 3v10M3 8h10',
  zoom_out: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
};

function button(name, action) {
  return el(
    'button',
    { type: 'button', class: 'map-button', title: say(name), 'aria-label': say(name), click: action },
    svgEl('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
      svgEl('path', { d: ICONS[name], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round' })),
  );
}

/** Return the zoom buttons; `fit` shows the whole page again. */
export function zoomButtons(map, fit) {
  const buttons = el(
    'div',
    { class: 'map-buttons', 'data-floats': true },
    button('zoom_in', () => map.zoomIn(1)),
    button('zoom_out', () => map.zoomOut(1)),
    button('fit', fit),
  );
  // A click on a button is none on the map, which would take the choice away.
  L.DomEvent.disableClickPropagation(buttons);
  return buttons;
}

const ROUND = [1, 2, 5];
const SCALE_PX = 110;
const PHONE_SCALE_PX = 64;

/** Return a scale bar that follows the map. */
export function scaleBar(map) {
  const bar = el('span', { class: 'scale-line' });
  const text = el('span', { class: 'scale-text' });
  const update = () => {
    const metres = metresPerWorldPixel(map.getCenter().lat) / 2 ** map.getZoom();
    const most = metres * (isPhone() ? PHONE_SCALE_PX : SCALE_PX);
    const power = 10 ** Math.floor(Math.log10(most));
    const length = Math.max(...ROUND.map((digit) => digit * power).filter((each) => each <= most));
    bar.style.width = `${length / metres}px`;
    text.textContent = lengthText(length);
  };
  map.on('move zoom resize viewreset', update);
  update();
  return el('span', { class: 'scale' }, bar, text);
}

/** Return the pointer's position in degrees and minutes. */
export function pointerPosition(map) {
  const text = el('span', { class: 'pointer-position' });
  map.on('mousemove', ({ latlng }) => {
    text.textContent = say('cursor', { lon: degreesText(latlng.lng, ['E', 'W'], 2), lat: degreesText(latlng.lat, ['N', 'S'], 2) });
  });
  map.on('mouseout', () => text.replaceChildren());
  return text;
}
