/** The bar at the top of every page: what this is, which page, and the way to the others. */

import { dataText, el, svgEl } from './dom.js';
import { fileOfZone, page } from './page.js';
import { styleOf } from './style.js';
import { say } from './words.js';

const INDEX_FILE = 'index.html';

function logo() {
  return svgEl(
    'svg',
    { class: 'logo', viewBox: '0 0 24 24', width: 22, height: 22, 'aria-hidden': 'true' },
    svgEl('rect', { width: 24, height: 24, rx: 6, fill: styleOf.ui.ink }),
    svgEl('path', { d: 'M5 16.5 9 9l5 5.5L19 7', fill: 'none', stroke: styleOf.ui.paper, 'stroke-width': 2.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
    svgEl('circle', { cx: 9, cy: 9, r: 2.4, fill: styleOf.ui.selected_halo }),
  );
}

function reportText() {
  const [year, month] = page.heading.date.split('-').map(Number);
  return say('report_date', { year, month });
}

function pagesMenu() {
  const current = page.zones.find((zone) => zone.id === page.current);
  const menu = el(
    'details',
    { class: 'pages-menu' },
    el('summary', { title: say('pages_menu_hint') }, dataText(current ? current.title : say('pages_menu'))),
    el('ul', {}, page.zones.map((zone) => el(
      'li',
      {},
      el('a', { href: fileOfZone(zone.id), 'aria-current': zone.id === page.current ? 'page' : null }, dataText(zone.title)),
    ))),
  );
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
    event.stopPropagation();
  });
  return menu;
}

/** `title` stands where there is no menu of pages. */
export function topBar(title) {
  const onIndex = page.kind === 'index';
  const district = dataText(page.heading.district);
  const trail = onIndex
    ? [el('strong', {}, district)]
    : [el('a', { href: INDEX_FILE, title: say('back_to_index') }, district), el('span', { class: 'slash', 'aria-hidden': 'true' }, '/')];
  const where = page.zones.length ? pagesMenu() : onIndex ? null : el('strong', {}, dataText(title));
  return el(
    'header',
    { class: 'top-bar' },
    el('a', { class: 'brand', href: INDEX_FILE }, logo(), el('span', {}, say('product'))),
    el('nav', { 'aria-label': say('pages_menu') }, trail, where),
    el('span', { class: 'report-date', title: page.heading.title }, reportText()),
  );
}
