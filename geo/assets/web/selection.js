/** What is chosen and what is pointed at; all parts of a page listen to it. */

/**
 * Make a selection: `task` and `site` are ids or null, `hover` is a set of site ids.
 * @returns {Choice}
 */
export function makeSelection() {
  /** @type {Parameters<Choice['listen']>[0][]} */
  const listeners = [];
  /** @type {ChoiceState} */
  const state = { task: null, site: null, hover: new Set() };
  /** @param {{ what: 'choice' | 'hover', from: Origin }} change */
  const tell = (change) => listeners.forEach((listen) => listen(state, change));
  return {
    state,
    listen: (listener) => listeners.push(listener),
    /** Choose a task, and one of its places where a place was clicked; `from` says where. */
    choose(task, { site = null, from }) {
      Object.assign(state, { task, site });
      tell({ what: 'choice', from });
    },
    clear({ from }) {
      if (state.task === null && state.site === null) return;
      Object.assign(state, { task: null, site: null });
      tell({ what: 'choice', from });
    },
    /** Point at sites without choosing them. */
    point(sites) {
      const next = new Set(sites);
      if (next.size === state.hover.size && [...next].every((site) => state.hover.has(site))) return;
      state.hover = next;
      tell({ what: 'hover', from: 'pointer' });
    },
  };
}
