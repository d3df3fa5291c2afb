/** The tasks on the map: what is drawn, what is under the pointer, what is chosen. */

import { addCanvas } from './canvas_layer.js';
import { coveredBelow } from './fitting.js';
import { distanceToLine, isInside, readShape } from './geometry.js';
import { drawLabels } from './labels.js';
import { chosenSites, page } from './page.js';
import { MOUSE_TOLERANCE, toleranceOf } from './pointing.js';
import { siteWith } from './sites.js';
import { styleOf } from './style.js';
import { drawSite, inDrawingOrder, pointOf, spreadPoints } from './task_drawing.js';


/**
 * @param {SiteData} data
 * @param {number} index
 */
function readSite(data, index) {
  const entries = data.tasks.filter((entry) => page.tasks.has(entry.task_id));
  return siteWith({ ...data, id: index, geometry: data.shape, shape: readShape(data.shape) }, entries);
}

/** @param {TaskLayerData} data */
export function readTasks(data) {
  page.tasks = new Map(data.tasks.map((task) => [task.task_id, task]));
  page.allSites = inDrawingOrder(data.sites.map(readSite));
  page.sites = page.allSites;
  page.lentDeadlines = new Set(data.lentDeadlines);
  for (const [syllable, characters] of Object.entries(data.readings)) {
    for (const character of characters) page.syllablesOf.set(character, [...(page.syllablesOf.get(character) ?? []), syllable]);
  }
}

/**
 * @param {Pen} context
 * @param {View} view
 */
export function drawSites(context, view) {
  spreadPoints(page.sites, view);
  const chosen = chosenSites();
  const { hover } = page.selection.state;
  const faded = chosen.size > 0;
  for (const site of page.sites) {
    if (!chosen.has(site)) drawSite(context, view, site, { hovered: hover.has(site.id), faded: faded && !hover.has(site.id) });
  }
  for (const site of page.sites) {
    if (chosen.has(site)) drawSite(context, view, site, { selected: true });
  }
}

/**
 * Return the part of the canvas that is seen above the sheet.
 * @param {L.Map} map
 * @returns {Box}
 */
function seenPart(map) {
  const size = map.getSize();
  const corner = map.containerPointToLayerPoint([0, 0]);
  return [corner.x + 4, corner.y + 18, corner.x + size.x - 4, corner.y + size.y - coveredBelow(map) - 4];
}

/**
 * @param {L.Map} map
 * @returns {Box[]}
 */
function floatingBoxes(map) {
  const frame = map.getContainer().getBoundingClientRect();
  const corner = map.containerPointToLayerPoint([0, 0]);
  return [...document.querySelectorAll('[data-floats], .graticule-left')]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width > 0)
    .map((box) => [
      box.left - frame.left + corner.x - 4, box.top - frame.top + corner.y - 4,
      box.right - frame.left + corner.x + 4, box.bottom - frame.top + corner.y + 4,
    ]);
}

/**
 * Put tasks and labels on the map and answer the pointer.
 * @param {L.Map} map
 * @param {{ onChoose: (site: Site | null) => void }} given
 */
export function showTasks(map, { onChoose }) {
  const canvas = addCanvas(map, { pane: 'tasks', zIndex: 420, draw: drawSites });
  const labels = addCanvas(map, {
    pane: 'labels',
    zIndex: 440,
    draw: (context, view) => drawLabels(context, view, page, {
      inner: seenPart(map),
      selected: chosenSites(),
      covered: floatingBoxes(map),
    }),
  });
  page.redraw = () => {
    canvas.redraw();
    labels.redraw();
  };
  page.selection.listen((_, { what }) => (what === 'choice' ? page.redraw() : canvas.redraw()));
  map.on('mousemove', (event) => {
    if (page.measuring) return;
    const site = siteAt(canvas, event.layerPoint, MOUSE_TOLERANCE);
    map.getContainer().style.cursor = site ? 'pointer' : '';
    page.selection.point(site ? [site.id] : []);
  });
  map.on('mouseout', () => page.selection.point([]));
  map.on('click', (event) => {
    if (page.measuring) return;
    onChoose(siteAt(canvas, event.layerPoint, toleranceOf(event)));
  });
  return { canvas, labels };
}

/**
 * Return the topmost site within reach of a layer point, or null.
 * @param {CanvasLayer} canvas
 * @param {L.Point} point
 * @param {number} tolerance
 * @returns {Site | null}
 */
function siteAt(canvas, point, tolerance) {
  const view = canvas.view();
  /** @type {Pair} */
  const at = [point.x, point.y];
  const within = [...page.sites].reverse().map((site) => ({ site, distance: distanceTo(site, view, at) }));
  const near = within.filter(({ site, distance }) => distance <= (site.shape.dimension === 2 ? 0 : tolerance));
  near.sort((a, b) => a.site.shape.dimension - b.site.shape.dimension || a.distance - b.distance);
  return near[0]?.site ?? null;
}

/**
 * @param {Site} site
 * @param {View} view
 * @param {Pair} at
 */
function distanceTo(site, view, at) {
  const { shape } = site;
  if (shape.circle) {
    const [x, y] = view.place(shape.circle.centre);
    return Math.max(0, Math.hypot(at[0] - x, at[1] - y) - shape.circle.radius * view.scale);
  }
  const parts = view.partsOf(shape);
  if (shape.dimension === 0) {
    const [x, y] = pointOf(site, view);
    return Math.max(0, Math.hypot(at[0] - x, at[1] - y) - styleOf.line.symbol / 2);
  }
  if (shape.dimension === 2) return isInside(parts, at) ? 0 : Infinity;
  return Math.max(0, Math.min(...parts.map((part) => distanceToLine(part, at))) - styleOf.line.task / 2);
}
