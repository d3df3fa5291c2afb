/** Days and months of deadlines, and which tasks a choice of them takes. */

const DAY_MS = 86400000;

/** @param {string} day */
export const monthOf = (day) => day.slice(0, 7);

/** Return the reader's day as 2020-08-01. */
export function today() {
  const now = new Date();
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Return the months from one to another, both inclusive: 2020-08, 2020-09 and so on.
 * @param {string} first
 * @param {string} last
 */
export function monthsBetween(first, last) {
  const [year, month] = first.split('-').map(Number);
  const [lastYear, lastMonth] = last.split('-').map(Number);
  const count = Math.max(1, (lastYear - year) * 12 + lastMonth - month + 1);
  return Array.from({ length: count }, (_, i) => {
    const number = month - 1 + i;
    return `${year + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

/**
 * Return how many days a task is late on a day; 0 where it is not.
 * @param {TaskRow} task
 * @param {string} day
 */
export function daysLate(task, day) {
  if (!task.due || task.status === 'done' || task.due >= day) return 0;
  return Math.round((Date.parse(day) - Date.parse(task.due)) / DAY_MS);
}

/**
 * @param {TaskRow} task
 * @param {string} day
 */
export const isOverdue = (task, day) => daysLate(task, day) > 0;

export const PRESETS = ['overdue', 'month', 'yearend', 'undated', 'all'];

/**
 * Say whether a choice of deadlines takes a task; it is one of PRESETS, or a range of months.
 * @param {DueChoice} choice
 * @param {TaskRow} task
 * @param {string} day
 */
export function takesDeadline(choice, task, day) {
  if (choice === 'all') return true;
  if (choice === 'undated') return !task.due;
  if (choice === 'overdue') return isOverdue(task, day);
  const months = monthsOfChoice(choice, day);
  if (!task.due || !months) return false;
  const month = monthOf(task.due);
  return month >= months[0] && month <= months[1] && (choice !== 'yearend' || task.due >= day);
}

/**
 * Return first and last month of a choice that has them, else null.
 * @param {DueChoice} choice
 * @param {string} day
 * @returns {string[] | null}
 */
export function monthsOfChoice(choice, day) {
  if (Array.isArray(choice)) return choice;
  if (choice === 'month') return [monthOf(day), monthOf(day)];
  if (choice === 'yearend') return [monthOf(day), `${day.slice(0, 4)}-12`];
  return null;
}
