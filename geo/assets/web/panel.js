/** The panel beside the map: the zone, its figures, its tasks, and what could not be placed. */

import { dataText, el } from './dom.js';
import { makeDueMenu } from './due_menu.js';
import { countLate, makeFacetBar } from './facet_bar.js';
import { flyToBoxes } from './fitting.js';
import { missesOf } from './details.js';
import { followFilters, moveWithArrows } from './list_filtering.js';
import { page, sitesOfTask, taskOf } from './page.js';
import { makeReportPanel } from './report_panel.js';
import { groupedRows, taskRow } from './rows.js';
import { makeTabs } from './tabs.js';
import { say, uncertaintyText } from './words.js';

/** @type {('tasks' | LedgerPart)[]} */
const FIGURES = ['tasks', 'located', 'zone_level', 'unplaced'];

/**
 * @param {PageRecord} record
 * @returns {string}
 */
function areaLine(record) {
  const units = new Set([...page.tasks.values()].map((task) => task.unit)).size;
  if (record.wholeDistrict) return [say('whole_district'), say('units_n', { n: units })].join(' · ');
  const limits = page.base.zones[0];
  if (!limits) return say('limits_unknown_long');
  const published = limits.published_area_km2;
  return [
    published ? say('area_published', { n: published }) : null,
    say('area_drawn', { n: limits.drawn_area_km2 }),
    uncertaintyText(limits.uncertainty_m),
  ].filter(Boolean).join(' · ');
}

/**
 * What the drawn limits are worth, in the words of those who drew them.
 * @param {PageRecord} record
 */
function limitsStatus(record) {
  const limits = record.wholeDistrict ? null : page.base.zones[0];
  return limits ? el('p', { class: 'limits-status' }, dataText(limits.status ?? say('limits_indicative'))) : null;
}

/** @param {Ledger} ledger */
function figures(ledger) {
  const late = el('dd', {});
  /**
   * @param {string} name
   * @param {HTMLElement} value
   */
  const figure = (name, value) => el('div', { class: `figure figure-${name}` }, el('dt', {}, say(name)), value);
  const update = () => {
    late.textContent = String(countLate());
    late.classList.toggle('is-late', countLate() > 0);
  };
  page.filters.listen(update);
  update();
  return el('dl', { class: 'figures' }, FIGURES.map((name) => figure(name, el('dd', {}, ledger[name]))), figure('overdue', late));
}

/** @param {PageRecord} record */
function ledgerLine(record) {
  return el('p', { class: 'ledger' }, say(record.wholeDistrict ? 'ledger_district' : 'ledger_zone', { ...record.ledger }));
}

/**
 * Rows of what is not wholly on the map, by how much is known of it; only the first group counts as unplaced.
 * @param {Task[]} tasks
 * @param {(task: Task) => ListedRow} makeRow
 */
function unplacedGroups(tasks, makeRow) {
  /** @type {[string, (task: Task) => boolean][]} */
  const kinds = [
    ['list_unplaced', (task) => task.placed === 'no'],
    ['list_zone_level', (task) => task.placed === 'zone'],
    ['list_partly', (task) => task.placed === 'partly' || (task.placed === 'yes' && missesOf(task).length > 0)],
  ];
  const groups = kinds.map(([word, holds]) => ({ word, rows: tasks.filter(holds).map(makeRow) }));
  const [unplaced, ...others] = groups.map(({ word, rows }) => groupedRows(rows, () => say(word)));
  return {
    rows: groups.flatMap(({ rows }) => rows),
    content: [
      unplaced.length ? unplaced : el('p', { class: 'empty' }, say('empty_unplaced')),
      others.flat().length ? el('p', { class: 'not-counted' }, say('not_counted')) : null,
      others,
    ],
  };
}

/**
 * Build the panel; the rows follow the selection and the selection follows the rows.
 * @param {PageRecord} record
 * @param {{ dock: HTMLElement }} given
 */
export function makePanel(record, { dock }) {
  const tasks = [...page.tasks.values()];
  /** @param {Task} task */
  const choose = (task) => {
    const same = page.selection.state.task === task.task_id;
    if (same) page.selection.clear({ from: 'list' });
    else page.selection.choose(task.task_id, { from: 'list' });
  };
  /** @param {Site} site */
  const onSite = (site) => page.selection.choose(page.selection.state.task, { site: site.id, from: 'place' });
  const actions = { onChoose: choose, onSite };
  const rows = tasks.map((task) => taskRow(task, actions));
  const unplaced = unplacedGroups(tasks, (task) => taskRow(task, { ...actions, withReason: true }));
  const report = page.report && makeReportPanel(page.report, {
    wayTo: () => el('button', { type: 'button', class: 'report-open', click: () => tabs.open('tasks') }, say('report_open_task')),
  });
  const tabs = makeTabs(
    [
      { id: 'tasks', label: say('tasks'), count: record.ledger.tasks, panel: rows.length ? groupedRows(rows, (task) => task.unit ?? say('no_unit')) : el('p', { class: 'empty' }, say('empty_tasks')) },
      { id: 'unplaced', label: say('unplaced'), count: record.ledger.unplaced, panel: [ledgerLine(record), unplaced.content] },
      ...(report ? [{ id: 'report', label: say('report_text'), panel: report.panel, onOpen: report.show }] : []),
    ],
    record.title,
  );
  if (report) page.readReport = () => tabs.open('report');
  const scroller = el('div', { class: 'panel-body' }, tabs.panels);
  const panel = el(
    'aside',
    { class: 'panel', id: 'task-panel', 'data-floats': true, 'aria-label': say('tasks') },
    el('div', { class: 'panel-head' }, el('h1', {}, dataText(record.title)), el('p', { class: 'area-line' }, dataText(areaLine(record))), limitsStatus(record), figures(record.ledger), tabs.list),
    makeFacetBar({ more: [makeDueMenu(dock)] }),
    scroller,
  );
  followSelection([...rows, ...unplaced.rows], tabs, rows);
  const word = record.wholeDistrict ? 'no_match_district' : 'no_match_zone';
  for (const list of tabs.panels.slice(0, 2)) followFilters(list, word);
  moveWithArrows(scroller);
  return { panel, tabs };
}

/**
 * @param {ListedRow[]} rows
 * @param {Tabs} tabs
 * @param {ListedRow[]} listed
 */
function followSelection(rows, tabs, listed) {
  page.selection.listen((state, { what, from }) => {
    if (what === 'hover') {
      for (const row of rows) row.setHovered(sitesOfTask(row.task.task_id).some((site) => state.hover.has(site.id)));
      return;
    }
    for (const row of rows) row.setOpen(row.task.task_id === state.task);
    if (state.task === null) return;
    if ((from === 'map' || from === 'address') && !tabs.isOpen('report')) {
      tabs.open('tasks');
      listed.find((row) => row.task.task_id === state.task)?.item.scrollIntoView({ block: 'nearest' });
    }
    // What opens below the edge of the list would not be seen.
    if (from === 'list') rows.find(({ task, item }) => task.task_id === state.task && item.offsetParent)?.item.scrollIntoView({ block: 'nearest' });
    if (from === 'list' || from === 'report' || from === 'address') flyToTask(state.task);
    if (from === 'place') flyToBoxes(page.map, page.sites.filter((site) => site.id === state.site).map((site) => site.shape.box), { popup: true });
  });
}

/**
 * Go to a task's places, or to the zone in which it lies somewhere.
 * @param {string} taskId
 */
export function flyToTask(taskId) {
  const boxes = sitesOfTask(taskId).map((site) => site.shape.box);
  const zones = taskOf(taskId).placed === 'zone' ? page.base.zones.map((zone) => zone.shape.box) : [];
  flyToBoxes(page.map, boxes.length ? boxes : zones);
}
