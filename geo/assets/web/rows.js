/** Rows of tasks, grouped; a row opens in place. */

import { dataText, el } from './dom.js';
import { missesOf, missingPlaces, reasonLine, taskDetails } from './details.js';
import { page, sitesOfTask } from './page.js';
import { metaLine, taskIcon } from './task_text.js';
import { say } from './words.js';

/**
 * Make a row; `withReason` writes why the task is not on the map, and what would place it, without opening it.
 * @param {Task} task
 * @param {{ onChoose: (task: Task) => void, onSite: (site: Site) => void, withReason?: boolean }} given
 * @returns {ListedRow}
 */
export function taskRow(task, { onChoose, onSite, withReason = false }) {
  const item = el('li', { class: 'task', 'data-task': task.task_id });
  const point = () => page.selection.point(sitesOfTask(task.task_id).map((site) => site.id));
  const leave = () => page.selection.point([]);
  const button = el(
    'button',
    { type: 'button', class: 'row', 'aria-expanded': 'false', click: () => onChoose(task), mouseenter: point, mouseleave: leave, focus: point, blur: leave },
    taskIcon(task),
    el('span', { class: 'row-text' }, dataText(task.text, 'title'), metaLine(task)),
  );
  item.append(button);
  if (withReason) item.append(el('div', { class: 'row-reason' }, reasonLine(task), missesOf(task).length ? missingPlaces(task) : null));
  return {
    task,
    item,
    button,
    /** Open or close the row; its details are made when they are first seen. */
    setOpen(open) {
      button.setAttribute('aria-expanded', String(open));
      item.classList.toggle('is-open', open);
      item.querySelector('.details')?.remove();
      if (open) item.append(taskDetails(task, { onSite }));
    },
    setHovered: (hovered) => item.classList.toggle('is-hovered', hovered),
  };
}

/**
 * Put rows under the headings of their groups, in the order in which groups first appear.
 * @param {ListedRow[]} rows
 * @param {(task: Task) => string} groupOf
 */
export function groupedRows(rows, groupOf) {
  /** @type {Map<string, ListedRow[]>} */
  const groups = new Map();
  for (const row of rows) {
    const name = groupOf(row.task);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, members]) => el(
    'section',
    { class: 'group' },
    el('h3', {}, dataText(name), el('span', {}, say('items', { n: members.length }))),
    el('ul', { class: 'task-list' }, members.map(({ item }) => item)),
  ));
}
