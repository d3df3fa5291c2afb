/** What is written on the map: zones, tasks, context; placed anew each time the map has moved. */

import { labelContext } from './context_labels.js';
import { sheetOf } from './label_sheet.js';
import { hushedSites, labelSites } from './site_labels.js';
import { styleOf } from './style.js';
import { labelLimits, labelZone } from './zone_labels.js';

/**
 * Return all places, those that are shown as they are shown.
 * @param {Page} given
 */
function withHidden({ sites, allSites }) {
  const shown = new Map(sites.map((site) => [site.id, site]));
  return allSites.map((site) => shown.get(site.id) ?? site);
}

/**
 * Draw all labels of a page into a view; `inner` is the visible part of the canvas.
 * @param {Pen} context
 * @param {View} view
 * @param {Page} page
 * @param {{ inner: Box, selected: Set<Site>, covered?: Box[] }} given
 */
export function drawLabels(context, view, page, { inner, selected, covered = [] }) {
  const sites = page.sites.filter((site) => view.shows(site.shape.box, 0));
  const hushed = view.zoom < styleOf.line.names_from_zoom ? hushedSites(sites, view) : new Set();
  const named = sites.filter((site) => selected.has(site) || !hushed.has(site));
  // The filters do not move the names of zones: room is kept for all places.
  let sheet = sheetOf(view, page, withHidden(page).filter((site) => view.shows(site.shape.box, 0)), { inner, covered });
  sheet = labelSites(context, view, sheet, named.filter((site) => selected.has(site)), { selected });
  for (const zone of page.base.zones) labelZone(context, view, sheet, { zone, page, hushed });
  for (const zone of page.base.otherZones) labelZone(context, view, sheet, { zone, page, hushed: new Set() });
  sheet = labelSites(context, view, sheet, named.filter((site) => !selected.has(site)), { selected });
  if (page.kind === 'zone' && !page.wholeDistrict) {
    for (const zone of page.base.zones) labelLimits(context, view, sheet, zone);
  }
  // Tiles have names of their own.
  if (!page.online) labelContext(context, view, sheet, page);
}
