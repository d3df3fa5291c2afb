/** Elements made by hand: text goes in as text, never as markup. */

import { gunzip } from './inflate.js';

const HAN = /\p{Script=Han}/u;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== '') element.append(child);
  }
  return element;
}

/** Make an HTML element; a function among the attributes listens to the event of that name. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Make an SVG element. */
export function svgEl(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG_NAMESPACE, tag), attributes, children);
}

/** Make a span that keeps the direction of text from data to itself, and its language on a page in another. */
export function dataText(text, className) {
  const differs = !document.documentElement.lang.startsWith('zh') && HAN.test(text);
  return el('bdi', { class: className, lang: differs ? 'zh-CN' : null }, String(text));
}

/** Read a data block of the page: JSON, packed. */
export function readData(id) {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(gunzip(packed)));
}
