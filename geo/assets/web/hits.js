/** Mark what a search found, in elements that hold nothing but text. */

import { el } from './dom.js';

/**
 * Wrap ranges of an element's text in marks; without ranges the text is whole again.
 * @param {Element} element
 * @param {Pair[]} ranges
 */
export function markRanges(element, ranges) {
  if (!ranges.length && !element.querySelector('mark')) return;
  const text = element.textContent;
  const pieces = [];
  let at = 0;
  for (const [from, to] of ranges) {
    pieces.push(text.slice(at, from), el('mark', {}, text.slice(from, to)));
    at = to;
  }
  element.replaceChildren(...pieces.filter((piece) => piece !== ''), text.slice(at));
}

/**
 * Mark hits in all texts from data below an element, and say whether there were any.
 * @param {Element} parent
 * @param {Matcher | null} matcher
 */
export function markHits(parent, matcher) {
  let found = false;
  for (const element of parent.querySelectorAll('bdi, .due, .no-due, .chip')) {
    if ([...element.children].some((child) => child.tagName !== 'MARK')) continue;
    const ranges = matcher ? matcher.rangesIn(element.textContent) : [];
    markRanges(element, ranges);
    found ||= ranges.length > 0;
  }
  return found;
}

const BEFORE = 10;
const AFTER = 36;

/**
 * Return label and words of the first field in which a search found something.
 * @param {{ label: string, text: string }[]} fields
 * @param {Matcher} matcher
 */
export function hitLine(fields, matcher) {
  for (const { label, text } of fields) {
    const [first] = matcher.rangesIn(text);
    if (!first) continue;
    const from = Math.max(0, first[0] - BEFORE);
    const piece = `${from ? '…' : ''}${text.slice(from, first[1] + AFTER)}${first[1] + AFTER < text.length ? '…' : ''}`;
    const words = el('bdi', {}, piece);
    markRanges(words, matcher.rangesIn(piece));
    return el('span', { class: 'meta row-hit' }, el('span', {}, label), words);
  }
  return null;
}
