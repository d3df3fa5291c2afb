/** Status, unit, category and precision: what can be chosen, and how many tasks each choice would give. */

import { isOverdue } from './deadlines.js';
import { dataText, el } from './dom.js';
import { makeMenu } from './facet_menu.js';
import { VALUES_OF, facetCounts, passes } from './filters.js';
import { page } from './page.js';
import { familyOf, styleOf } from './style.js';
import { symbolIcon } from './symbols.js';
import { labelOf, say } from './words.js';

/** @type {Status[]} */
export const STATUSES = ['started', 'planned', 'done'];
const PRECISIONS = ['exact', 'street', 'area', 'zone', 'district', 'no'];

const tasksOfPage = () => [...page.tasks.values()];

/**
 * Count the tasks that a choice of deadlines would give.
 * @param {DueChoice} choice
 */
export function countDue(choice) {
  const { state } = page.filters;
  return tasksOfPage().filter((task) => passes(task, { ...state, due: choice }, page.day())).length;
}

/**
 * Make a button that is pressed while its choice holds; `update` puts in what the filters say.
 * @param {{ className: string, content: Child } & Pressing} given
 * @returns {PressButton}
 */
export function pressButton({ className, content, isPressed, count, toggle }) {
  const number = el('span', { class: 'count' });
  const button = el('button', { type: 'button', class: className, click: toggle }, content, number);
  return {
    button,
    update() {
      const n = count();
      number.textContent = String(n);
      button.setAttribute('aria-pressed', String(isPressed()));
      button.classList.toggle('is-empty', n === 0);
    },
  };
}

function segments() {
  const { filters } = page;
  const late = pressButton({
    className: 'segment segment-overdue',
    content: say('overdue'),
    isPressed: () => filters.state.due === 'overdue',
    count: () => countDue('overdue'),
    toggle: () => filters.set({ due: filters.state.due === 'overdue' ? 'all' : 'overdue' }),
  });
  const others = STATUSES.map((status) => pressButton({
    className: 'segment',
    content: labelOf('status', status),
    isPressed: () => filters.state.status.has(status),
    count: () => facetCounts(tasksOfPage(), 'status', filters.state, page.day()).get(status) ?? 0,
    toggle: () => filters.toggle('status', status),
  }));
  const all = [late, ...others];
  return { element: el('div', { class: 'segments', role: 'group', 'aria-label': labelOf('columns', 'status') }, all.map(({ button }) => button)), update: () => all.forEach((each) => each.update()) };
}

/** @param {Facet} facet */
const known = (facet) => new Set(tasksOfPage().flatMap(VALUES_OF[facet]));
/**
 * @param {string[]} order
 * @param {Set<string>} values
 */
const inOrder = (order, values) => [...order.filter((value) => values.has(value)), ...[...values].filter((value) => !order.includes(value))];

/**
 * Words and values of the facets that unfold.
 * @returns {FacetChoice[]}
 */
function facets() {
  const families = new Map(tasksOfPage().map((task) => [task.category, task.family]));
  /** @param {string} category */
  const rank = (category) => styleOf.families.findIndex(({ key }) => key === families.get(category));
  return [
    { facet: 'unit', word: 'facet_unit', values: [...known('unit')], nameOf: (unit) => unit || say('no_unit') },
    {
      facet: 'category',
      word: 'facet_category',
      values: [...known('category')].sort((a, b) => rank(a) - rank(b)),
      nameOf: (category) => labelOf('category', category),
      iconOf: (category) => symbolIcon({ ...familyOf(families.get(category) ?? ''), status: 'done', size: 16 }),
    },
    { facet: 'precision', word: 'facet_precision', values: inOrder(PRECISIONS, known('precision')), nameOf: (value) => labelOf(value === 'no' ? 'placed' : 'precision', value) },
  ];
}

/** @param {FacetChoice} given */
function facetMenu({ facet, word, values, nameOf, iconOf = () => null }) {
  const { filters } = page;
  const options = values.map((value) => {
    const box = el('input', { type: 'checkbox', change: () => filters.toggle(facet, value) });
    const number = el('span', { class: 'count' });
    return { value, box, number, label: el('label', { class: 'option' }, box, iconOf(value), dataText(nameOf(value)), number) };
  });
  const menu = makeMenu({ name: facet, label: say(word), content: options.map(({ label }) => label) });
  return {
    ...menu,
    update() {
      const counts = facetCounts(tasksOfPage(), facet, filters.state, page.day());
      const chosen = filters.state[facet];
      for (const { value, box, number, label } of options) {
        box.checked = chosen.has(value);
        number.textContent = String(counts.get(value) ?? 0);
        label.classList.toggle('is-empty', !counts.get(value) && !box.checked);
      }
      const [only] = chosen;
      menu.tell(chosen.size === 0 ? say('facet_all') : chosen.size === 1 ? nameOf(only) : say('facet_n', { n: chosen.size }), chosen.size > 0);
    },
  };
}

/**
 * Build the bar; `more` are further menus, made by makeMenu.
 * @param {{ more?: UnfoldingMenu[] }} [given]
 */
export function makeFacetBar({ more = [] } = {}) {
  const status = segments();
  const menus = facets().map(facetMenu);
  const summary = el('span', {});
  const line = el('p', { class: 'filter-line', hidden: true }, summary, clearButton());
  const all = [...menus, ...more];
  const update = () => {
    status.update();
    menus.forEach((menu) => menu.update());
    line.hidden = !page.filters.isActive();
    summary.textContent = [say('showing', { n: page.shown.size, total: page.tasks.size }), undatedText()].filter(Boolean).join(say('comma'));
  };
  page.filters.listen(update);
  update();
  return el(
    'div',
    { class: 'facet-bar', role: 'group', 'aria-label': say('filter_by') },
    el('div', { class: 'facet-row' }, status.element, all.map(({ button, menu }) => [button, menu])),
    line,
  );
}

/** Tasks without a deadline are not lost in silence where months are chosen. */
function undatedText() {
  const { due } = page.filters.state;
  const undated = due === 'all' || due === 'undated' ? 0 : countDue('undated');
  return undated ? say('undated_left_out', { n: undated }) : '';
}

export function clearButton() {
  return el('button', { type: 'button', class: 'clear-filters', click: () => page.filters.clear() }, say('clear_filters'));
}

/** Count the tasks that are late on the day, whatever is filtered. */
export const countLate = () => tasksOfPage().filter((task) => isOverdue(task, page.day())).length;
