/** The menu of the top bar by which a reader hands on what the page shows. */

import { copyAddress, tellCopied } from './copy_link.js';
import { tasksAsCsv } from './csv_export.js';
import { el } from './dom.js';
import { tasksAsGeoJson } from './geojson_export.js';
import { printOn, printOnRequest } from './print_sheet.js';
import { sharedPicture } from './shared_picture.js';
import { saveFile } from './save_file.js';
import { linkIcon, makeActionMenu } from './menu.js';
import { say } from './words.js';

/**
 * Make the menu; `title` is what the page is about.
 * @param {{ title: string }} given
 */
export function shareMenu({ title }) {
  const word = el('span', { role: 'status' }, say('share'));
  printOnRequest(title);
  return makeActionMenu({
    id: 'share-menu',
    label: say('share'),
    className: 'action',
    content: [linkIcon(), word],
    entries: [
      { word: say('copy_link'), act: async () => tellCopied(word, await copyAddress(), 'share') },
      { word: say('export_geojson'), act: () => saveFile(title, 'geojson', 'application/geo+json', tasksAsGeoJson(title)) },
      { word: say('export_csv'), act: () => saveFile(title, 'csv', 'text/csv', tasksAsCsv()) },
      { word: say('export_png'), act: () => sharedPicture(title).toBlob((blob) => blob && saveFile(title, 'png', 'image/png', blob)) },
      ...(/** @type {const} */ (['A4', 'A3'])).map((paper) => ({ word: say('print_on', { paper }), act: () => printOn(paper) })),
    ],
  });
}
