/** Hand the reader a file that the page made itself. */

import { el } from './dom.js';
import { page } from './page.js';

/** What no file system of a reader takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{C}\u2028\u2029]+/gu;
const LONGEST_NAME = 80;

/**
 * 二七新区_2020-08-01: what the page is about and the day of its report.
 * @param {string} title
 */
function nameOf(title) {
  const name = [...title.replace(NOT_IN_NAMES, ' ').trim()].slice(0, LONGEST_NAME).join('');
  return [name, page.heading.date].filter(Boolean).join('_');
}

/**
 * Save text or a blob as a download.
 * @param {string} title
 * @param {string} ending
 * @param {string} type
 * @param {BlobPart} content
 */
export function saveFile(title, ending, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = el('a', { href: address, download: `${nameOf(title)}.${ending}`, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser takes the file after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
