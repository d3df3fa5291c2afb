/** The report beside the map: what is chosen here is chosen there, and the other way round. */

import { allParts, dataText, el } from './dom.js';
import { fileOfZone, page, sitesOfTask } from './page.js';
import { numberOf, reportArticle } from './report_text.js';
import { familyOf } from './style.js';
import { metaLine, taskIcon } from './task_text.js';
import { say } from './words.js';

/**
 * Return the panel of a report; `wayTo` makes the button or link to all that is known of a task, where there is one.
 * @param {ReportData} record
 * @param {{ wayTo?: (task: Task) => HTMLElement | null }} [given]
 */
export function makeReportPanel(record, { wayTo = () => null } = {}) {
  /** @param {Task | null | undefined} task */
  const point = (task) => page.selection.point(task ? sitesOfTask(task.task_id).map((site) => site.id) : []);
  const article = reportArticle(record, {
    onPoint: point,
    onTask: (task) => {
      if (page.selection.state.task === task.task_id && page.selection.state.site === null) page.selection.clear({ from: 'report' });
      else {
        page.uncoverMap();
        page.selection.choose(task.task_id, { from: 'report' });
      }
    },
    onPlace: (task, site) => {
      page.uncoverMap();
      page.selection.choose(task, { site: site.id, from: 'place' });
    },
  });
  const bar = el('div', { class: 'report-bar', hidden: true });
  const panel = el('div', { class: 'report' }, legendLine(), record.sections.length ? article : el('p', { class: 'empty' }, say('report_empty')), neighbours(record), bar);
  /** @type {Map<string | null, HTMLElement[]>} */
  const marksOfTask = new Map();
  for (const mark of allParts(article, '.text-task')) {
    const task = mark.dataset.task ?? '';
    marksOfTask.set(task, [...(marksOfTask.get(task) ?? []), mark]);
  }
  /** @param {{ smooth?: boolean, block?: ScrollLogicalPosition }} [given] */
  const show = ({ smooth = true, block = 'center' } = {}) => {
    const [mark] = marksOfTask.get(page.selection.state.task) ?? [];
    if (mark?.offsetParent) scrollTo(mark, { smooth, block });
  };
  page.selection.listen((state, { what, from }) => {
    if (what === 'hover') {
      pointAt(marksOfTask, state.hover);
      return;
    }
    for (const [task, marks] of marksOfTask) for (const mark of marks) setChosen(mark, task === state.task, state.site);
    fillBar(bar, page.tasks.get(state.task), wayTo);
    // What was clicked here is where the reader looks; only the bar may have come over it. The index is one long page
    // that does not jump away from what was clicked elsewhere.
    const isHere = from === 'report' || from === 'place';
    if (isHere || page.kind !== 'index') show({ block: isHere ? 'nearest' : 'center' });
  });
  return { panel, show: () => show({ smooth: false }) };
}

/** What the marks in the text mean. */
function legendLine() {
  return el(
    'p',
    { class: 'report-key', 'aria-hidden': 'true' },
    el('span', { class: 'text-task' }, say('tasks')),
    el('span', { class: 'text-place-located' }, say('report_located')),
    el('span', { class: 'text-place-unlocated' }, say('report_unlocated')),
    el('span', { class: 'text-time' }, say('report_time')),
  );
}

/**
 * The sections before and after, where they are on other pages.
 * @param {ReportData} given
 */
function neighbours({ before, after }) {
  if (!before && !after) return null;
  /**
   * @param {SectionLink | undefined} beside
   * @param {string} sign
   */
  const link = (beside, sign) => (beside ? el('a', { href: fileOfZone(beside.page), class: `report-${sign}` }, dataText(beside.heading)) : el('span', {}));
  return el('nav', { class: 'report-neighbours', 'aria-label': say('report_neighbours') }, link(before, 'before'), link(after, 'after'));
}

/**
 * @param {HTMLElement} mark
 * @param {boolean} chosen
 * @param {number | null} siteId
 */
function setChosen(mark, chosen, siteId) {
  mark.classList.toggle('is-chosen', chosen);
  /**
   * @param {Element} link
   * @param {boolean} current
   */
  const set = (link, current) => (current ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
  allParts(mark, 'a.task-number').forEach((link) => set(link, chosen));
  allParts(mark, '.text-place-located').forEach((link) => set(link, chosen && link.dataset.site === String(siteId)));
}

/**
 * @param {Map<string | null, HTMLElement[]>} marksOfTask
 * @param {Set<number>} hover
 */
function pointAt(marksOfTask, hover) {
  for (const [task, marks] of marksOfTask) {
    const pointed = hover.size > 0 && sitesOfTask(task).some((site) => hover.has(site.id));
    for (const mark of marks) mark.classList.toggle('is-pointed', pointed);
  }
}

/**
 * The facts of the chosen task in one line at the foot, and the way to all of them.
 * @param {HTMLElement} bar
 * @param {Task | undefined} task
 * @param {(task: Task) => HTMLElement | null} wayTo
 */
function fillBar(bar, task, wayTo) {
  bar.hidden = !task;
  if (!task) return;
  bar.style.setProperty('--family', familyOf(task.family).colour);
  bar.replaceChildren(
    taskIcon(task, 18),
    el('div', { class: 'report-bar-text', 'aria-live': 'polite' }, el('strong', {}, numberOf(task.task_id)), metaLine(task)),
    wayTo(task) ?? '',
  );
}

/**
 * @param {HTMLElement} mark
 * @param {{ smooth: boolean, block: ScrollLogicalPosition }} given
 */
function scrollTo(mark, { smooth, block }) {
  const still = !smooth || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  mark.scrollIntoView({ block, behavior: still ? 'auto' : 'smooth' });
}
