/** A place and what its tasks make of it. */

import { page } from './page.js';
import { sharedFamily } from './style.js';

const STATUS_ORDER = ['planned', 'started', 'done'];

/** Return a place with some of its tasks; several are one drawing: neutral where families differ, the least status. */
export function siteWith(site, entries, { isLate = () => false } = {}) {
  const statuses = entries.map((entry) => STATUS_ORDER.indexOf(entry.status));
  return {
    ...site,
    tasks: entries,
    family: sharedFamily(entries.map((entry) => page.tasks.get(entry.task_id).family)),
    status: STATUS_ORDER[Math.max(0, Math.min(...statuses))],
    late: entries.some(isLate),
  };
}
