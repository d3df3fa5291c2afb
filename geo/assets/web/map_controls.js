/** Buttons on the map, the scale bar and the position of the pointer. */

import { el, svgEl } from './dom.js';
import { isPhone } from './fitting.js';
import { canFillScreen, toggleFullScreen, watchFullScreen } from './full_screen.js';
import { metresPerWorldPixel } from './geometry.js';
import { makeMeasure } from './measure.js';
import { page } from './page.js';
import { degreesText, lengthText, say } from './words.js';

const ICONS = {
  zoom_in: 'M8 3v10M3 8h10',
  zoom_out: 'M3 8h10',
  fit: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M6 6h4v4H6z',
  measure: 'M1.8 11.2l9.4-9.4 3 3-9.4 9.4zM4.6 8.4l1.6 1.6M6.8 6.2l1.1 1.1M9 4l1.6 1.6',
  full_screen: 'M9.5 2.5h4v4M13.2 2.8 9 7M6.5 13.5h-4v-4M2.8 13.2 7 9',
  leave_full_screen: 'M9 3v4h4M13.5 2.5 9 7M7 13V9H3M2.5 13.5 7 9',
};

/**
 * @param {keyof typeof ICONS} icon
 * @param {string} label
 * @param {(event: MouseEvent) => unknown} action
 */
function button(icon, label, action) {
  return el(
    'button',
    { type: 'button', class: `map-button button-${icon}`, title: label, 'aria-label': label, click: action },
    svgEl('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
      svgEl('path', { d: ICONS[icon], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })),
  );
}

/**
 * Return the buttons on the map; `fit` shows the whole page again.
 * @param {L.Map} map
 * @param {() => void} fit
 */
export function mapButtons(map, fit) {
  const fitLabel = page.kind === 'zone' && !page.wholeDistrict ? say('fit_zone') : say('fit');
  const buttons = el(
    'div',
    { class: 'map-buttons', 'data-floats': true, role: 'group', 'aria-label': say('map_buttons') },
    button('zoom_in', say('zoom_in'), () => map.zoomIn(1)),
    button('zoom_out', say('zoom_out'), () => map.zoomOut(1)),
    button('fit', fitLabel, fit),
    measureButton(map),
    canFillScreen() ? fullScreenButton() : null,
  );
  // A click on a button is none on the map, which would take the choice away.
  L.DomEvent.disableClickPropagation(buttons);
  return buttons;
}

/** @param {L.Map} map */
function measureButton(map) {
  const tool = makeMeasure(map, { onChange: (on) => toggle.setAttribute('aria-pressed', String(on)) });
  const toggle = button('measure', say('measure'), (event) => {
    tool.toggle();
    const byKey = event.detail === 0;
    if (byKey && page.measuring) map.getContainer().focus();
  });
  toggle.setAttribute('aria-pressed', 'false');
  return toggle;
}

function fullScreenButton() {
  const toggle = button('full_screen', say('full_screen'), toggleFullScreen);
  watchFullScreen((whole) => {
    const label = whole ? say('leave_full_screen') : say('full_screen');
    toggle.title = label;
    toggle.setAttribute('aria-label', label);
    toggle.querySelector('path')?.setAttribute('d', whole ? ICONS.leave_full_screen : ICONS.full_screen);
  });
  return toggle;
}

const ROUND = [1, 2, 5];
const SCALE_PX = 110;
const PHONE_SCALE_PX = 64;

/**
 * Return length and text of the longest bar of a round length.
 * @param {number} metresPerPixel
 * @param {number} [mostPixels]
 */
export function scaleOf(metresPerPixel, mostPixels = SCALE_PX) {
  const most = metresPerPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const length = Math.max(...ROUND.map((digit) => digit * power).filter((each) => each <= most));
  return { pixels: length / metresPerPixel, label: lengthText(length) };
}

/**
 * Return a scale bar that follows the map.
 * @param {L.Map} map
 */
export function scaleBar(map) {
  const bar = el('span', { class: 'scale-line' });
  const text = el('span', { class: 'scale-text' });
  const update = () => {
    const { pixels, label } = scaleOf(metresPerWorldPixel(map.getCenter().lat) / 2 ** map.getZoom(), isPhone() ? PHONE_SCALE_PX : SCALE_PX);
    bar.style.width = `${pixels}px`;
    text.textContent = label;
  };
  map.on('move zoom resize viewreset', update);
  update();
  return el('span', { class: 'scale' }, bar, text);
}

/**
 * Return the pointer's position in degrees and minutes.
 * @param {L.Map} map
 */
export function pointerPosition(map) {
  const text = el('span', { class: 'pointer-position' });
  map.on('mousemove', ({ latlng }) => {
    text.textContent = say('cursor', { lon: degreesText(latlng.lng, ['E', 'W'], 2), lat: degreesText(latlng.lat, ['N', 'S'], 2) });
  });
  map.on('mouseout', () => text.replaceChildren());
  return text;
}
