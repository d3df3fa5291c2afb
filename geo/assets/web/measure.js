/** Measure on the map: a path of clicks, its length, and the area that it would close round. */

import { addCanvas } from './canvas_layer.js';
import { comesFrom, el } from './dom.js';
import { areaOf, pathLength } from './geodesy.js';
import { drawMeasured } from './measure_drawing.js';
import { landArea, measuredArea, measuredLength } from './measure_text.js';
import { page } from './page.js';
import { say } from './words.js';

/** A second click as near and as soon as that is a double click: Leaflet takes any two quick taps for one. */
const DOUBLE_CLICK_PX = 16;
const DOUBLE_CLICK_MS = 500;

/**
 * @param {L.LatLng} given
 * @returns {LonLat}
 */
const positionOf = ({ lat, lng }) => [lng, lat];

/**
 * Return the tool; `onChange` is told whether it is on.
 * @param {L.Map} map
 * @param {{ onChange: (isOn: boolean) => void }} given
 */
export function makeMeasure(map, { onChange }) {
  /** @type {Measuring} */
  const state = { on: false, ended: false, points: [], pointer: null };
  const frame = map.getContainer();
  /**
   * @param {Pen} context
   * @param {View} view
   */
  const draw = (context, view) => drawMeasured(context, view, { ...state, length: pathLength(reached(state)) });
  /** @type {CanvasLayer | null} */
  let canvas = null;
  const card = makeCard({ onEnd: () => end(), onUndo: () => undo(), onClear: () => stop() });
  const crosshair = el('span', { class: 'crosshair', 'aria-hidden': 'true' });
  frame.append(card.element, crosshair);
  const refresh = () => {
    canvas ??= addCanvas(map, { pane: 'measure', zIndex: 460, draw });
    canvas.redraw();
    card.show(state);
    frame.classList.toggle('is-measuring', state.on && !state.ended);
    page.measuring = state.on && !state.ended;
    map.doubleClickZoom[page.measuring ? 'disable' : 'enable']();
  };
  /** @param {Partial<Measuring>} change */
  const set = (change) => {
    Object.assign(state, change);
    refresh();
  };
  /** @param {L.LatLng} latlng */
  const add = (latlng) => {
    set({ points: [...state.points, positionOf(latlng)], pointer: null });
  };
  const end = () => (state.points.length > 1 ? set({ ended: true, pointer: null }) : stop());
  const undo = () => set({ points: state.points.slice(0, -1), ended: false });
  const stop = () => {
    set({ on: false, ended: false, points: [], pointer: null });
    onChange(false);
  };
  const start = () => {
    page.selection.clear({ from: 'measure' });
    set({ on: true, ended: false, points: [], pointer: null });
    onChange(true);
  };
  let last = { time: -Infinity, containerPoint: L.point(0, 0) };
  map.on('click', ({ latlng, containerPoint, originalEvent: { timeStamp: time } }) => {
    if (!page.measuring) return;
    const double = time - last.time < DOUBLE_CLICK_MS && containerPoint.distanceTo(last.containerPoint) < DOUBLE_CLICK_PX;
    last = { time, containerPoint };
    // Others who hear of this click must still find the tool on.
    if (double) setTimeout(end);
    else add(latlng);
  });
  map.on('mousemove', ({ latlng }) => page.measuring && state.points.length && set({ pointer: positionOf(latlng) }));
  map.on('mouseout', () => page.measuring && set({ pointer: null }));
  listenToKeys(frame, state, { add: () => add(map.getCenter()), end, undo, stop });
  return { toggle: () => (state.on ? stop() : start()) };
}

/** @param {Pick<Measuring, 'points' | 'pointer'>} given */
const reached = ({ points, pointer }) => (pointer ? [...points, pointer] : points);

/**
 * Space sets a point at the cross, Enter ends, Backspace takes the last point back, Escape clears; before anything else hears them.
 * @param {HTMLElement} frame
 * @param {Measuring} state
 * @param {Record<'add' | 'end' | 'undo' | 'stop', () => void>} given
 */
function listenToKeys(frame, state, { add, end, undo, stop }) {
  window.addEventListener('keydown', (event) => {
    if (!state.on || comesFrom(event, 'input, textarea, select')) return;
    const atControl = comesFrom(event, 'button, a, summary');
    /** @type {Record<string, () => void>} */
    const actions = { Escape: stop, Backspace: undo, ...(atControl ? {} : { Enter: end }), ...(event.target === frame ? { ' ': add } : {}) };
    const action = actions[event.key];
    if (!action || (state.ended && (action === add || action === end))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    action();
  }, { capture: true });
}

/**
 * The card that tells the result, and has each action as a button.
 * @param {Record<'onEnd' | 'onUndo' | 'onClear', () => void>} given
 */
function makeCard({ onEnd, onUndo, onClear }) {
  const length = el('dd', {});
  const area = el('dd', {});
  const land = el('dd', { class: 'measure-land' });
  const areaRow = el('div', {}, el('dt', {}, say('measured_area')), area, land);
  const hint = el('p', { class: 'measure-hint' });
  /**
   * @param {string} word
   * @param {() => void} action
   */
  const button = (word, action) => el('button', { type: 'button', class: 'measure-button', click: action }, say(word));
  const endButton = button('measure_end', onEnd);
  const undoButton = button('measure_undo', onUndo);
  const element = el(
    'section',
    { class: 'measure', 'data-floats': true, 'aria-label': say('measure'), hidden: true },
    el('dl', { 'aria-live': 'polite' }, el('div', {}, el('dt', {}, say('measured_length')), length), areaRow),
    hint,
    el('div', { class: 'measure-buttons' }, endButton, undoButton, button('measure_clear', onClear)),
  );
  L.DomEvent.disableClickPropagation(element).disableScrollPropagation(element);
  return {
    element,
    /** @param {Measuring} state */
    show(state) {
      const path = reached(state);
      element.hidden = !state.on;
      length.textContent = measuredLength(pathLength(path));
      areaRow.hidden = path.length < 3;
      if (path.length > 2) {
        const squareMetres = areaOf(path);
        area.textContent = measuredArea(squareMetres);
        land.textContent = landArea(squareMetres);
      }
      hint.textContent = state.ended ? say('measure_ended') : say('measure_hint');
      endButton.hidden = state.ended || state.points.length < 2;
      undoButton.hidden = !state.points.length;
    },
  };
}
