/** The bar at the top of every page: what this is, which page, and the way to the others. */

import { dataText, el, partOf, svgEl } from './dom.js';
import { OWN_LANGUAGE, changeLanguage, languageQuery } from './language.js';
import { fileOfZone, page } from './page.js';
import { makeSearchBox } from './search_box.js';
import { shareMenu } from './share_menu.js';
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

function linkIcon() {
  return svgEl('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svgEl('path', { d: 'M6.5 9.5a2.5 2.5 0 0 0 3.6 0l2.6-2.6a2.5 2.5 0 0 0-3.6-3.6l-.8.8M9.5 6.5a2.5 2.5 0 0 0-3.6 0L3.3 9.1a2.5 2.5 0 0 0 3.6 3.6l.8-.8', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4, 'stroke-linecap': 'round' }));
}

/** The way to the other language, named in that language. */
function languageButton() {
  const own = document.documentElement.lang === OWN_LANGUAGE;
  const other = own ? OTHER_LANGUAGE : OWN_LANGUAGE;
  return el('button', { type: 'button', class: 'language', lang: other, title: say('other_language'), 'aria-label': say('other_language'), click: () => changeLanguage(other) }, say('other_language_short'));
}

/**
 * `title` stands where there is no menu of pages; `toFound` goes from the search box to what was found.
 * @param {string} title
 * @param {{ toFound: () => void }} given
 */
export function topBar(title, { toFound }) {
  const onIndex = page.kind === 'index';
  const index = INDEX_FILE + languageQuery();
  const district = dataText(page.heading.district);
  const trail = onIndex
    ? [el('strong', {}, district)]
    : [el('a', { href: index, title: say('back_to_index') }, district), el('span', { class: 'slash', 'aria-hidden': 'true' }, '/')];
  const where = page.zones.length ? pagesMenu() : onIndex ? null : el('strong', {}, dataText(title));
  return el(
    'header',
    { class: 'top-bar' },
    el('a', { class: 'brand', href: index, 'aria-label': say('product') }, logo(), el('span', {}, say('product'))),
    el('nav', { 'aria-label': say('pages_menu') }, trail, where),
    el('span', { class: 'report-date', title: page.heading.title }, reportDate(page.heading.date)),
    makeSearchBox({ onLeave: toFound }),
    el('div', { class: 'actions' }, page.translated ? languageButton() : null, shareMenu({ icon: linkIcon(), title: title || page.heading.district })),
  );
}
