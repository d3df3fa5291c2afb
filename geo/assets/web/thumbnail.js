/** A small picture of a page's map, drawn like the map itself. */

import { drawBase } from './base_drawing.js';
import { contextOf, el } from './dom.js';
import { toWorld } from './geometry.js';
import { page, taskOf } from './page.js';
import { drawSite, spreadPoints } from './task_drawing.js';
import { viewOfBox } from './view.js';

const WIDTH = 148;
const HEIGHT = 168;
const REDUCTION = 0.6;

/**
 * Return a canvas with the zone, its limits and its tasks.
 * @param {PageRecord} record
 * @param {string[]} limitIds
 */
export function thumbnailOf(record, limitIds) {
  const ratio = Math.max(2, window.devicePixelRatio || 1);
  const canvas = el('canvas', { class: 'thumbnail', width: WIDTH * ratio, height: HEIGHT * ratio, 'aria-hidden': 'true' });
  const [west, south, east, north] = record.frame;
  /** @type {Box} */
  const box = [...toWorld([west, north]), ...toWorld([east, south])];
  const view = viewOfBox(box, { width: WIDTH / REDUCTION, height: HEIGHT / REDUCTION, lat: (south + north) / 2, margin: 18, ratio });
  const context = contextOf(canvas);
  context.scale(ratio * REDUCTION, ratio * REDUCTION);
  const ids = new Set(limitIds);
  const base = { ...page.base, zones: page.base.zones.filter((zone) => ids.has(zone.id)) };
  drawBase(context, view, base, { hatched: record.ledger.zone_level ? ids : new Set(), landmarks: false });
  const sites = page.sites.filter((site) => site.tasks.some((entry) => taskOf(entry.task_id).page === record.id));
  spreadPoints(sites, view);
  for (const site of sites) drawSite(context, view, site);
  return canvas;
}
