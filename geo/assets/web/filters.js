/** What the reader wants to see; list, map, legend and dock listen to it. */

import { takesDeadline } from './deadlines.js';

/**
 * Values of a task by facet; it passes a facet where one of them is chosen, or nothing is.
 * @type {Record<Facet, (task: Task) => string[]>}
 */
export const VALUES_OF = {
  unit: (task) => [task.unit ?? ''],
  category: (task) => [task.category],
  family: (task) => [task.family],
  status: (task) => [task.status],
  precision: (task) => task.precisions,
};

const FACETS = /** @type {Facet[]} */ (Object.keys(VALUES_OF));

/**
 * Say whether a task passes; `except` names a facet that is left out of it.
 * @param {Task} task
 * @param {FilterState} state
 * @param {string} day
 * @param {{ except?: Facet | 'due' | null }} [given]
 */
export function passes(task, state, day, { except = null } = {}) {
  return FACETS.every((facet) => facet === except || !state[facet].size || VALUES_OF[facet](task).some((value) => state[facet].has(value)))
    && (except === 'due' || takesDeadline(state.due, task, day))
    && (!state.found || state.found.has(task.task_id));
}

/**
 * Count tasks by value of a facet, as many as choosing it would give: its own choice does not count.
 * @param {Task[]} tasks
 * @param {Facet} facet
 * @param {FilterState} state
 * @param {string} day
 */
export function facetCounts(tasks, facet, state, day) {
  const counts = new Map();
  for (const task of tasks) {
    if (!passes(task, state, day, { except: facet })) continue;
    for (const value of new Set(VALUES_OF[facet](task))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** @returns {Omit<FilterState, 'asOf'>} */
const empty = () => ({ query: '', matcher: null, found: null, due: 'all', .../** @type {Record<Facet, Set<string>>} */ (Object.fromEntries(FACETS.map((facet) => [facet, new Set()]))) });

/**
 * Make filters that take everything; `asOf` is the report's day or the reader's.
 * @returns {Filters}
 */
export function makeFilters() {
  /** @type {Parameters<Filters['listen']>[0][]} */
  const listeners = [];
  /** @type {FilterState} */
  const state = { ...empty(), asOf: 'report' };
  /** @param {{ from: Origin }} change */
  const tell = (change) => listeners.forEach((listen) => listen(state, change));
  return {
    state,
    listen: (listener) => listeners.push(listener),
    isActive: () => state.query.trim() !== '' || state.due !== 'all' || FACETS.some((facet) => state[facet].size > 0),
    /** Put in what is given and leave the rest. */
    set(values, { from = 'reader' } = {}) {
      Object.assign(state, values);
      tell({ from });
    },
    toggle(facet, value) {
      const next = new Set(state[facet]);
      if (!next.delete(value)) next.add(value);
      this.set({ [facet]: next });
    },
    clear({ from = 'reader' } = {}) {
      this.set(empty(), { from });
    },
  };
}
