/** A place and what its tasks make of it. */

import { taskOf } from './page.js';
import { sharedFamily } from './style.js';

/** @type {Status[]} */
const STATUS_ORDER = ['planned', 'started', 'done'];

/**
 * Return a place with some of its tasks; several are one drawing: neutral where families differ, the least status.
 * @param {Omit<Site, 'family' | 'status' | 'late'>} site
 * @param {SiteTask[]} entries
 * @param {{ isLate?: (entry: SiteTask) => boolean }} [given]
 * @returns {Site}
 */
export function siteWith(site, entries, { isLate = () => false } = {}) {
  const statuses = entries.map((entry) => STATUS_ORDER.indexOf(entry.status));
  return {
    ...site,
    tasks: entries,
    family: sharedFamily(entries.map((entry) => taskOf(entry.task_id).family)),
    status: STATUS_ORDER[Math.max(0, Math.min(...statuses))],
    late: entries.some(isLate),
  };
}
