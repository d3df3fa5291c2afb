/** Days and months of deadlines, and which tasks a choice of them takes. */

const DAY_MS = 86400000;

export const monthOf = (day) => day.slice(0, 7);

/** Return the reader's day as 2020-08-01. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Return the months from one to another, both inclusive: 2020-08, 2020-09 and so on. */
export function monthsBetween(first, last) {
  const [year, month] = first.split('-').map(Number);
  const [lastYear, lastMonth] = last.split('-').map(Number);
  const count = Math.max(1, (lastYear - year) * 12 + lastMonth - month + 1);
  return Array.from({ length: count }, (_, i) => {
    const number = month - 1 + i;
    return `${year + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

/** Return how many days a task is late on a day; 0 where it is not. */
export function daysLate(task, day) {
  if (!task.due || task.status === 'done' || task.due >= day) return 0;
  return Math.round((Date.parse(day) - Date.parse(task.due)) / DAY_MS);
}

export const isOverdue = (task, day) => daysLate(task, day) > 0;

export const PRESETS = ['overdue', 'month', 'yearend', 'undated', 'all'];

/** Say whether a choice of deadlines takes a task; it is one of PRESETS, or a range of months. */
export function takesDeadline(choice, task, day) {
  if (choice === 'all') return true;
  if (choice === 'undated') return !task.due;
  if (choice === 'overdue') return isOverdue(task, day);
  const [from, to] = monthsOfChoice(choice, day);
  return Boolean(task.due) && monthOf(task.due) >= from && monthOf(task.due) <= to && (choice !== 'yearend' || task.due >= day);
}

/** Return first and last month of a choice that has them, else null. */
export function monthsOfChoice(choice, day) {
  if (Array.isArray(choice)) return choice;
  if (choice === 'month') return [monthOf(day), monthOf(day)];
  if (choice === 'yearend') return [monthOf(day), `${day.slice(0, 4)}-12`];
  return null;
}
