/** Let the filters decide what the page shows: the tasks, and the places where they are. */

import { isOverdue } from './deadlines.js';
import { passes } from './filters.js';
import { allSitesOfTask, page, taskOf } from './page.js';
import { fieldsOf, matcherOf } from './searching.js';
import { siteWith } from './sites.js';

/**
 * Return how exactly the places of a task are known.
 * @param {TaskRow} task
 * @returns {string[]}
 */
function precisionsOf(task) {
  /** @type {string[]} */
  const own = allSitesOfTask(task.task_id).map((site) => site.precision);
  if (task.placed === 'zone' || task.placed === 'no') own.push(task.placed);
  return own;
}

/**
 * Search for what is typed.
 * @param {string} query
 * @param {{ from?: Origin }} [given]
 */
export function searchFor(query, { from = 'reader' } = {}) {
  page.filters.set(foundBy(query), { from });
}

/**
 * Return what a query changes in the filters.
 * @param {string} query
 * @returns {Pick<FilterState, 'query' | 'matcher' | 'found'>}
 */
export function foundBy(query) {
  const matcher = matcherOf(query);
  /** @param {Task} task */
  const holds = (task) => Boolean(matcher?.holds(fieldsOf(task).map(({ text }) => text)));
  const found = matcher && new Set([...page.tasks.values()].filter(holds).map((task) => task.task_id));
  return { query, matcher, found };
}

/** Call before anything is drawn; what stands on the page follows from then on. */
export function startFiltering() {
  const tasks = [...page.tasks.values()];
  for (const task of tasks) Object.defineProperty(task, 'precisions', { value: precisionsOf(task) });
  const zoneLevel = page.zoneLevelOf;
  page.zonesWaiting = new Set(zoneLevel.keys());
  const refresh = () => {
    const { state } = page.filters;
    const day = page.day();
    page.shown = new Set(tasks.filter((task) => passes(task, state, day)).map((task) => task.task_id));
    page.sites = page.allSites.flatMap((site) => {
      const entries = site.tasks.filter((entry) => page.shown.has(entry.task_id));
      return entries.length ? [siteWith(site, entries, { isLate: (entry) => isOverdue({ ...taskOf(entry.task_id), status: entry.status }, day) })] : [];
    });
    page.zoneLevelOf = page.filters.isActive() ? countZoneLevel(tasks, zoneLevel) : zoneLevel;
  };
  refresh();
  page.filters.listen(() => {
    refresh();
    keepSelection();
    page.parts.base.redraw();
    page.redraw();
  });
}

/**
 * Return how many shown tasks wait in each zone, of those in which some do.
 * @param {Task[]} tasks
 * @param {Map<string, number>} zoneLevel
 */
function countZoneLevel(tasks, zoneLevel) {
  const waiting = tasks.filter((task) => task.placed === 'zone' && page.shown.has(task.task_id));
  /** @type {[string, number][]} */
  const counts = [...zoneLevel.keys()].map((zone) => [zone, waiting.filter((task) => page.pageOfZone.get(zone) === task.page).length]);
  return new Map(counts.filter(([, count]) => count > 0));
}

/** What is no longer shown is no longer chosen. */
function keepSelection() {
  const { task, site } = page.selection.state;
  if (task !== null && !page.shown.has(task)) page.selection.clear({ from: 'filter' });
  else if (site !== null) page.selection.choose(task, { site: page.sites.some((each) => each.id === site) ? site : null, from: 'filter' });
}
