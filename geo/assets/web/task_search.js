/** The search box over tasks. */

import { searchFor } from './filtering.js';
import { isPhone } from './fitting.js';
import { page } from './page.js';
import { makeSearchBox } from './search_box.js';
import { say } from './words.js';

/** @param {{ onLeave: (key: string) => void }} given */
export function makeTaskSearch({ onLeave }) {
  const box = makeSearchBox({ hint: say(isPhone() ? 'search_hint_phone' : 'search_hint'), onSearch: searchFor, onLeave });
  page.filters.listen(({ query }) => box.tell(query, page.filters.isActive() ? page.shown.size : null));
  return box.element;
}
