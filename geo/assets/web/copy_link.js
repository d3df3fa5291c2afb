/** A button that copies the address of what is shown. */

import { el } from './dom.js';
import { page } from './page.js';
import { say } from './words.js';

const TOLD_MS = 2000;

/**
 * Browsers without a clipboard, or without leave for it, copy what is selected.
 * @param {string} text
 */
function copySelected(text) {
  const field = el('textarea', { class: 'off-screen', readonly: true }, text);
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

/** @param {string} text */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Copy the address of what is shown, and say whether it could be done. */
export function copyAddress() {
  page.writeAddress();
  return copyText(location.href);
}

/**
 * Let an element that says `word` say for a while whether the address was copied.
 * @param {HTMLElement} element
 * @param {boolean} copied
 * @param {string} word
 */
export function tellCopied(element, copied, word) {
  element.textContent = say(copied ? 'copied' : 'copy_failed');
  setTimeout(() => { element.textContent = say(word); }, TOLD_MS);
}

export function copyLinkButton() {
  const words = el('span', { role: 'status' }, say('copy_link'));
  const copy = async () => {
    tellCopied(words, await copyAddress(), 'copy_link');
    button.focus();
  };
  const button = el('button', { type: 'button', class: 'copy-link', click: copy }, words);
  return button;
}
