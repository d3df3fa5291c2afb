/** The bar at the top of every page: what this is, which page, and the way to the others. */

import { dataText, el, partOf, svgEl } from './dom.js';
import { OWN_LANGUAGE, changeLanguage, languageQuery } from './language.js';
import { fileOfZone, page } from './page.js';
import { styleOf } from './style.js';
import { reportDate, say } from './words.js';

const INDEX_FILE = 'index.html';
const OTHER_LANGUAGE = 'en';

function logo() {
  return svgEl(
    'svg',
    { class: 'logo', viewBox: '0 0 24 24', width: 22, height: 22, 'aria-hidden': 'true' },
    svgEl('rect', { width: 24, height: 24, rx: 6, fill: styleOf.ui.ink }),
    svgEl('path', { d: 'M5 16.5 9 9l5 5.5L19 7', fill: 'none', stroke: styleOf.ui.paper, 'stroke-width': 2.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
    svgEl('circle', { cx: 9, cy: 9, r: 2.4, fill: styleOf.ui.selected_halo }),
  );
}

function pagesMenu() {
  const current = page.zones.find((zone) => zone.id === page.current);
  const menu = el(
    'details',
    { class: 'pages-menu' },
    el('summary', { title: say('pages_menu_hint') }, current ? [dataText(current.title), el('span', { class: 'menu-word' }, say('pages_menu'))] : el('span', {}, say('pages_menu'))),
    el('ul', {}, page.zones.map((zone) => el(
      'li',
      {},
      el('a', { href: fileOfZone(zone.id), 'aria-current': zone.id === page.current ? 'page' : null }, dataText(zone.title)),
    ))),
  );
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    partOf(menu, 'summary').focus();
    event.stopPropagation();
  });
  return menu;
}

/** The way to the other language, named in that language. */
function languageButton() {
  const own = document.documentElement.lang === OWN_LANGUAGE;
  const other = own ? OTHER_LANGUAGE : OWN_LANGUAGE;
  return el('button', { type: 'button', class: 'language', lang: other, title: say('other_language'), 'aria-label': say('other_language'), click: () => changeLanguage(other) }, say('other_language_short'));
}

/**
 * Where the page stands among the others: the district, and the menu of pages or the page's own title.
 * @param {string} title
 * @param {string} index
 */
function trailTo(title, index) {
  const { district } = page.heading;
  if (page.kind === 'index') return [el('strong', {}, dataText(district)), page.zones.length ? pagesMenu() : null];
  return [
    district && [el('a', { href: index, title: say('back_to_index') }, dataText(district)), el('span', { class: 'slash', 'aria-hidden': 'true' }, '/')],
    page.zones.length ? pagesMenu() : el('strong', {}, dataText(title)),
  ];
}

/**
 * `title` stands where there is no menu of pages; `search` and `share` are the page's own.
 * @param {string} title
 * @param {{ search: Child, share: Child }} given
 */
export function topBar(title, { search, share }) {
  const index = INDEX_FILE + languageQuery();
  const { district, date } = page.heading;
  const brand = [logo(), el('span', {}, say('product'))];
  return el(
    'header',
    { class: 'top-bar' },
    district ? el('a', { class: 'brand', href: index, 'aria-label': say('product') }, brand) : el('span', { class: 'brand' }, brand),
    el('nav', { 'aria-label': say('pages_menu') }, trailTo(title, index)),
    date ? el('span', { class: 'report-date', title: page.heading.title }, reportDate(date)) : null,
    search,
    el('div', { class: 'actions' }, page.translated ? languageButton() : null, share),
  );
}
