/** The report's text as elements: blocks of runs, and marks that hold the runs that stand in them. */

import { comesFrom, dataText, el } from './dom.js';
import { fileOfZone, page } from './page.js';
import { familyOf } from './style.js';
import { labelOf, say } from './words.js';

/** Opacity of the tint behind a task, as the last two digits of a colour: 7 %. */
const TINT = '12';
/** @type {Record<string, 'h2' | 'p'>} */
const TAGS = { title: 'h2', heading: 'h2', slogan: 'p', label: 'p', body: 'p' };

/**
 * T-03-02 is called 03-02 in the text.
 * @param {string} taskId
 */
export const numberOf = (taskId) => taskId.replace(/^\D+/, '') || taskId;

/**
 * Return the article; `onTask` and `onPlace` are called with what the reader chose.
 * @param {ReportData} record
 * @param {ReportActions} actions
 */
export function reportArticle(record, actions) {
  const numbered = new Set();
  const make = { marks: record.marks, numbered, ...actions };
  return el('article', { class: 'report-text', lang: 'zh-CN' }, record.sections.map((section) => el(
    'section',
    {},
    section.blocks.map(({ kind, runs }) => el(TAGS[kind] ?? 'p', { class: `report-${kind}` }, nested(runs, 1, make))),
  )));
}

/**
 * Put runs into the marks that hold them, from the outer to the inner; `depth` marks are open already.
 * @param {TextRun[]} runs
 * @param {number} depth
 * @param {TextMaking} make
 * @returns {Child[]}
 */
function nested(runs, depth, make) {
  const parts = [];
  for (let at = 0; at < runs.length;) {
    const mark = /** @type {number | undefined} */ (runs[at][depth]);
    let end = at + 1;
    while (end < runs.length && runs[end][depth] === mark) end += 1;
    if (mark === undefined) parts.push(...runs.slice(at, end).map(([characters]) => dataText(characters)));
    else parts.push(elementOf(mark, nested(runs.slice(at, end), depth + 1, make), make));
    at = end;
  }
  return parts;
}

/**
 * @param {number} index
 * @param {Child} content
 * @param {TextMaking} make
 */
function elementOf(index, content, make) {
  const mark = make.marks[index];
  if (mark.kind === 'task') return taskMark(index, mark, content, make);
  if (mark.kind === 'time') return el('span', { class: 'text-time', title: daysText(mark) }, content);
  return placeMark(mark, content, make);
}

/**
 * A task of this page is chosen here; one of another page leads there.
 * @param {number} index
 * @param {TextMark} mark
 * @param {Child} content
 * @param {TextMaking} make
 */
function taskMark(index, mark, content, make) {
  const own = page.tasks.get(mark.task);
  const number = make.numbered.has(index) ? null : numberLink(mark, own, make);
  make.numbered.add(index);
  /** @param {MouseEvent} event */
  const choose = (event) => {
    if (own && !comesFrom(event, 'a') && String(window.getSelection()) === '') make.onTask(own);
  };
  const element = el(
    'span',
    {
      class: own ? 'text-task' : 'text-task text-task-elsewhere', 'data-task': mark.task,
      ...(own ? { click: choose, mouseenter: () => make.onPoint(own), mouseleave: () => make.onPoint(null) } : {}),
    },
    number,
    content,
  );
  const { colour, label_colour: labelColour } = familyOf(mark.family);
  element.style.setProperty('--family', colour);
  element.style.setProperty('--family-label', labelColour);
  element.style.setProperty('--tint', `${colour}${TINT}`);
  return element;
}

/**
 * @param {TextMark} mark
 * @param {Task | undefined} own
 * @param {TextMaking} make
 */
function numberLink(mark, own, make) {
  const address = `#${encodeURIComponent(mark.task)}`;
  const number = numberOf(mark.task);
  if (own) {
    return el('a', { class: 'task-number', href: address, 'aria-label': say('report_task', { n: number }), click: (event) => chooseInstead(event, () => make.onTask(own)), focus: () => make.onPoint(own), blur: () => make.onPoint(null) }, number);
  }
  const elsewhere = page.zones.some(({ id }) => id === mark.page) ? mark.page : undefined;
  return el(elsewhere ? 'a' : 'span', { class: 'task-number', href: elsewhere ? `${fileOfZone(elsewhere)}${address}` : null, title: elsewhere ? say('report_elsewhere') : null }, number);
}

/**
 * @param {TextMark} mark
 * @param {Child} content
 * @param {TextMaking} make
 */
function placeMark(mark, content, make) {
  const site = mark.place === undefined ? null : page.sites.find((each) => each.place_id === mark.place && each.tasks.some((entry) => entry.task_id === mark.task));
  if (!site) return el('span', { class: mark.place === undefined ? 'text-place text-place-unlocated' : 'text-place', title: whyNot(mark) }, content);
  return el(
    'a',
    {
      class: 'text-place text-place-located', href: `#${encodeURIComponent(mark.task)}`, 'data-site': site.id, title: say('report_place'),
      click: (event) => chooseInstead(event, () => make.onPlace(mark.task, site)),
      mouseenter: () => page.selection.point([site.id]), mouseleave: () => make.onPoint(page.tasks.get(mark.task)), focus: () => page.selection.point([site.id]), blur: () => make.onPoint(null),
    },
    content,
  );
}

/** @param {TextMark} mark */
function whyNot(mark) {
  if (mark.place !== undefined) return null;
  if (mark.reason) return labelOf('miss_reason', mark.reason);
  return mark.task ? null : say('report_only_named');
}

/** @param {TextMark} given */
function daysText({ from, to, due }) {
  if (!from) return null;
  const span = from === to ? from : say('between', { from, to });
  return due ? `${span} · ${say('due_on', { day: due })}` : span;
}

/**
 * @param {Event} event
 * @param {() => void} choose
 */
function chooseInstead(event, choose) {
  event.preventDefault();
  event.stopPropagation();
  choose();
}
