/** Elements made by hand: text goes in as text, never as markup. */

import { gunzip } from './inflate.js';

const HAN = /\p{Script=Han}/u;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of /** @type {Leaf[]} */ (/** @type {unknown[]} */ (children).flat(Infinity))) {
    if (child instanceof Node) element.append(child);
    else if (child !== null && child !== undefined && child !== false && child !== '') element.append(String(child));
  }
  return element;
}

/**
 * Make an HTML element; a function among the attributes listens to the event of that name.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * Make an SVG element.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svgEl(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG_NAMESPACE, tag), attributes, children);
}

/**
 * Make a span that keeps the direction of text from data to itself, and its language on a page in another.
 * @param {string} text
 * @param {string} [className]
 */
export function dataText(text, className) {
  const differs = !document.documentElement.lang.startsWith('zh') && HAN.test(text);
  return el('bdi', { class: className, lang: differs ? 'zh-CN' : null }, String(text));
}

/**
 * Return what draws on a canvas.
 * @param {HTMLCanvasElement} canvas
 */
export function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
}

/**
 * Return the element below another that is there for sure.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 */
export function partOf(parent, selector) {
  return /** @type {E} */ (parent.querySelector(selector));
}

/**
 * Return the elements below another that a selector finds.
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function allParts(parent, selector) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (parent.querySelectorAll(selector))];
}

/**
 * Say whether an event comes from an element that a selector finds, or from inside one.
 * @param {Event} event
 * @param {string} selector
 */
export function comesFrom(event, selector) {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/**
 * Read a data block of the page: JSON, packed.
 * @param {string} id
 * @returns {any}
 */
export function readData(id) {
  const packed = Uint8Array.from(atob(/** @type {HTMLElement} */ (document.getElementById(id)).textContent), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(gunzip(packed)));
}
