/** A button that copies the address of what is shown. */

import { el } from './dom.js';
import { page } from './page.js';
import { say } from './words.js';

const TOLD_MS = 2000;

/** Browsers without a clipboard, or without leave for it, copy what is selected. */
function copySelected(text) {
  const field = el('textarea', { class: 'off-screen', readonly: true }, text);
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Make the button; `content` stands before its words. */
export function copyLinkButton({ className = 'copy-link', word = 'copy_link', content = null } = {}) {
  const words = el('span', { role: 'status' }, say(word));
  const copy = async () => {
    page.writeAddress();
    words.textContent = say((await copyText(location.href)) ? 'copied' : 'copy_failed');
    button.focus();
    setTimeout(() => { words.textContent = say(word); }, TOLD_MS);
  };
  const button = el('button', { type: 'button', class: className, title: say('copy_link'), click: copy }, content, words);
  return button;
}
