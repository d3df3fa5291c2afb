/** The deadlines under the map: how many tasks are due each month, and which months are shown. */

import { PRESETS, isOverdue, monthOf, monthsBetween, monthsOfChoice } from './deadlines.js';
import { el, partOf } from './dom.js';
import { countDue, pressButton } from './facet_bar.js';
import { foundBy } from './filtering.js';
import { passes } from './filters.js';
import { page } from './page.js';
import { say } from './words.js';

const SHORTEST_AXIS = 6;
/** Room that the name of a month needs. */
const NAME_PX = 40;
const TALLEST_PX = 22;

/** @param {string} month */
const monthWords = (month) => say('month_long', { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) });
/** @param {string} month */
const dottedMonth = (month) => month.replace('-', '.');

/** Return the months of the axis: from the report's, or the first deadline, to the last. */
function axisMonths() {
  const dues = [...page.tasks.values()].flatMap((task) => task.due ?? []).map(monthOf).sort();
  const reported = monthOf(page.heading.date);
  const first = dues.length && dues[0] < reported ? dues[0] : reported;
  const last = dues.at(-1) ?? reported;
  const months = monthsBetween(first, last > first ? last : first);
  const [year, month] = months[0].split('-').map(Number);
  const least = month - 1 + SHORTEST_AXIS - 1;
  return months.length >= SHORTEST_AXIS ? months : monthsBetween(months[0], `${year + Math.floor(least / 12)}-${String((least % 12) + 1).padStart(2, '0')}`);
}

/** Make the dock. */
export function makeDeadlineDock() {
  const months = axisMonths();
  const { filters } = page;
  const presets = PRESETS.map((choice) => pressButton({
    className: `preset preset-${choice}`,
    content: say(`preset_${choice}`),
    isPressed: () => filters.state.due === choice,
    count: () => countDue(choice),
    toggle: () => filters.set({ due: filters.state.due === choice ? 'all' : choice }),
  }));
  const chosen = el('span', { class: 'dock-chosen' });
  const axis = makeAxis(months);
  const days = daySwitch();
  const update = () => {
    presets.forEach((preset) => preset.update());
    chosen.textContent = choiceText(filters.state.due);
    axis.update();
    days.update();
  };
  filters.listen(update);
  const dock = el(
    'section',
    { class: 'dock', 'aria-label': say('dock_title') },
    el('div', { class: 'dock-choices' }, el('p', { class: 'dock-title' }, el('strong', {}, say('dock_title')), chosen, days.element), el('div', { class: 'presets', role: 'group', 'aria-label': say('dock_title') }, presets.map(({ button }) => button))),
    axis.element,
  );
  update();
  return dock;
}

/**
 * Say which deadlines are shown.
 * @param {DueChoice} choice
 */
export function choiceText(choice) {
  if (!Array.isArray(choice)) return say(`preset_${choice}`);
  const [from, to] = choice.map(dottedMonth);
  return from === to ? from : say('between', { from, to });
}

/** The day against which deadlines are held: the report's, or the reader's. */
function daySwitch() {
  const day = el('span', { class: 'as-of-day' });
  /** @param {string} asOf */
  const use = (asOf) => {
    page.filters.set({ asOf });
    if (page.filters.state.query) page.filters.set(foundBy(page.filters.state.query));
  };
  const buttons = ['report', 'today'].map((asOf) => el('button', { type: 'button', class: 'as-of', click: () => use(asOf) }, say(`as_of_${asOf}`)));
  return {
    element: el('span', { class: 'as-of-switch', role: 'group', 'aria-label': say('as_of') }, day, buttons),
    update() {
      day.textContent = `${say('as_of')} ${page.day()}`;
      ['report', 'today'].forEach((asOf, i) => buttons[i].setAttribute('aria-pressed', String(page.filters.state.asOf === asOf)));
    },
  };
}

/**
 * Bars of the months with two handles below them.
 * @param {string[]} months
 */
function makeAxis(months) {
  const bars = months.map((month) => {
    const [number, sure, lent] = ['bar-count', 'bar-own', 'bar-lent'].map((name) => el('span', { class: name }));
    const name = el('span', { class: 'month-name' });
    return { month, number, sure, lent, name, element: el('span', { class: 'month', title: monthWords(month) }, el('span', { class: 'month-bar' }, number, lent, sure), name) };
  });
  const range = el('span', { class: 'track-range' });
  const line = el('span', { class: 'day-line' }, el('span', {}));
  const track = el('div', { class: 'track' }, el('div', { class: 'months', 'aria-hidden': 'true' }, bars.map(({ element }) => element)), line, el('span', { class: 'track-rail' }), range);
  const handles = ['from', 'to'].map((end, i) => makeHandle(end, i, months, track));
  track.append(...handles.map(({ element }) => element));
  const update = () => {
    updateBars(bars);
    const [from, to] = shownMonths(months);
    handles[0].set(from);
    handles[1].set(to);
    range.style.left = `${(100 * from) / months.length}%`;
    range.style.width = `${(100 * (to + 1 - from)) / months.length}%`;
    track.classList.toggle('is-idle', page.filters.state.due === 'undated');
    bars.forEach(({ element }, i) => element.classList.toggle('is-out', i < from || i > to || page.filters.state.due === 'undated'));
    placeDay(line, months);
  };
  new ResizeObserver(() => nameMonths(bars, track.clientWidth)).observe(track);
  return { element: track, update };
}

/**
 * Return the first and last month of the present choice, as places on the axis.
 * @param {string[]} months
 */
function shownMonths(months) {
  const day = page.day();
  const { due } = page.filters.state;
  const last = months.length - 1;
  /** @param {string} month */
  const at = (month) => Math.max(0, Math.min(last, month < months[0] ? 0 : month > months[last] ? last : months.indexOf(month)));
  if (due === 'overdue') return [0, at(monthOf(day))];
  return monthsOfChoice(due, day)?.map(at) ?? [0, last];
}

/** @param {MonthBar[]} bars */
function updateBars(bars) {
  const day = page.day();
  const tasks = [...page.tasks.values()].filter((task) => task.due && passes(task, page.filters.state, day, { except: 'due' }));
  /** @param {string} month */
  const of = (month) => tasks.filter((task) => monthOf(task.due ?? '') === month);
  const most = Math.max(1, ...bars.map(({ month }) => of(month).length));
  for (const { month, number, sure, lent } of bars) {
    const group = of(month);
    const fromSection = group.filter((task) => page.lentDeadlines.has(task.task_id)).length;
    /** @param {number} count */
    const height = (count) => (count ? `${Math.max(3, (TALLEST_PX * count) / most)}px` : '0');
    number.textContent = group.length ? String(group.length) : '';
    sure.style.height = height(group.length - fromSection);
    lent.style.height = height(fromSection);
    lent.title = fromSection ? say('lent_deadlines', { n: fromSection }) : '';
    sure.classList.toggle('is-late', group.length > 0 && group.every((task) => isOverdue(task, day)));
  }
}

/**
 * Name as many months as there is room for; January and the first carry their year.
 * @param {MonthBar[]} bars
 * @param {number} width
 */
function nameMonths(bars, width) {
  const step = Math.max(1, Math.ceil((bars.length * NAME_PX) / Math.max(1, width)));
  bars.forEach(({ month, name }, i) => {
    const [year, number] = [month.slice(2, 4), Number(month.slice(5))];
    const named = i % step === 0;
    name.textContent = !named ? '' : i === 0 || number <= step ? say('month_of_year', { year, month: number }) : say('month_short', { month: number });
  });
}

/**
 * Put the line of the day at its place on the axis; beyond the last month it stands behind the end.
 * @param {HTMLElement} line
 * @param {string[]} months
 */
function placeDay(line, months) {
  const day = page.day();
  const isToday = page.filters.state.asOf === 'today';
  const at = months.indexOf(monthOf(day));
  const later = monthOf(day) > months[months.length - 1];
  line.hidden = at < 0 && !later;
  line.classList.toggle('is-today', isToday);
  line.parentElement?.classList.toggle('has-later', later);
  line.classList.toggle('is-left', !later && at > months.length * 0.85);
  line.style.left = later ? '' : `${(100 * (at + (Number(day.slice(8)) - 1) / 31)) / months.length}%`;
  partOf(line, 'span').textContent = `${say(isToday ? 'as_of_today' : 'as_of_report')}${later ? ` ${dottedMonth(monthOf(day))}` : ''}`;
}

/**
 * A handle is a slider over the months: dragged, or moved with the keys.
 * @param {string} end
 * @param {number} side
 * @param {string[]} months
 * @param {HTMLElement} track
 */
function makeHandle(end, side, months, track) {
  const last = months.length - 1;
  /** @param {number} wanted */
  const move = (wanted) => {
    const range = shownMonths(months);
    const limit = side === 0 ? Math.min(wanted, range[1]) : Math.max(wanted, range[0]);
    range[side] = Math.max(0, Math.min(last, limit));
    const all = range[0] === 0 && range[1] === last;
    page.filters.set({ due: all ? 'all' : range.map((i) => months[i]) });
  };
  const element = el('button', {
    type: 'button', role: 'slider', class: `handle handle-${end}`, 'aria-label': say(`dock_${end}`), 'aria-valuemin': 0, 'aria-valuemax': last,
  });
  let now = side === 0 ? 0 : last;
  element.addEventListener('keydown', (event) => {
    const next = { ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1, PageDown: now - 3, PageUp: now + 3, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(next);
  });
  element.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    element.focus();
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    const { left, width } = track.getBoundingClientRect();
    const place = ((event.clientX - left) / width) * months.length;
    const month = Math.round(place) - side;
    if (month !== now) move(month);
  });
  return {
    element,
    /** @param {number} month */
    set(month) {
      now = month;
      element.style.left = `${(100 * (month + side)) / months.length}%`;
      element.setAttribute('aria-valuenow', String(month));
      element.setAttribute('aria-valuetext', monthWords(months[month]));
    },
  };
}
