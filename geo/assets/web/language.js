/** Which language the interface speaks: the address says so, else what this browser keeps, else the page's own. */

const KEPT_AS = 'planmap-language';
const PARAMETER = 'lang';
export const OWN_LANGUAGE = 'zh-CN';

/**
 * Return the reader's choice among the page's own language and those that are offered.
 * @param {string[]} offered
 */
export function chosenLanguage(offered) {
  const wished = new URLSearchParams(window.location.search).get(PARAMETER) ?? keptLanguage();
  return wished !== null && offered.includes(wished) ? wished : OWN_LANGUAGE;
}

/**
 * Open the page in another language; selection and view stay in the hash of the address.
 * @param {string} language
 */
export function changeLanguage(language) {
  keepLanguage(language);
  const address = new URL(window.location.href);
  address.searchParams.delete(PARAMETER);
  if (language !== OWN_LANGUAGE) address.searchParams.set(PARAMETER, language);
  if (address.href === window.location.href) window.location.reload();
  else window.location.replace(address);
}

/** What a link to another page needs, where a browser keeps nothing. */
export function languageQuery() {
  const { lang } = document.documentElement;
  return lang === OWN_LANGUAGE ? '' : `?${PARAMETER}=${lang}`;
}

/** A browser may refuse to keep anything, of pages from a folder for one. */
function keptLanguage() {
  try {
    return window.localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

/** @param {string} language */
function keepLanguage(language) {
  try {
    window.localStorage.setItem(KEPT_AS, language);
  } catch {
    // The address says it.
  }
}
