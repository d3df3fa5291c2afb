/** Where a typed query stands in a text: as written, or as it sounds, whole syllables or initials. */

const LONGEST_QUERY = 60;
export const LETTERS = /^[a-z0-9]+$/;
/** One letter alone would sound like half of all characters. */
export const FEWEST_LETTERS = 2;

/**
 * Return the characters of a text as they are compared, each with where it stands.
 * @param {string} text
 * @returns {Folded[]}
 */
function foldText(text) {
  const folded = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const each of character.normalize('NFKC').toLowerCase()) folded.push({ character: each, start, end });
    start = end;
  }
  return folded;
}

/**
 * Return where a word that starts at `from` ends, or -1.
 * @param {Folded[]} folded
 * @param {string[]} word
 * @param {number} from
 */
function endAsWritten(folded, word, from) {
  if (from + word.length > folded.length) return -1;
  return word.every((character, i) => folded[from + i].character === character) ? from + word.length : -1;
}

/**
 * Return what may be typed for a syllable in place of the whole: zh or z for zhong.
 * @param {string} syllable
 */
export const initialsOf = (syllable) => (/^[zcs]h/.test(syllable) ? [syllable.slice(0, 2), syllable[0]] : [syllable[0]]);

/**
 * Return where a text that sounds like `letters` from `from` on ends, or -1; the last syllable may be unfinished.
 * @param {Folded[]} folded
 * @param {string} letters
 * @param {number} from
 * @param {Map<string, string[]>} syllablesOf
 * @returns {number}
 */
function endAsSpoken(folded, letters, from, syllablesOf) {
  if (!letters) return from;
  if (from === folded.length) return -1;
  const { character } = folded[from];
  const syllables = syllablesOf.get(character);
  if (!syllables) return character === letters[0] ? endAsSpoken(folded, letters.slice(1), from + 1, syllablesOf) : -1;
  for (const syllable of syllables) {
    if (syllable.startsWith(letters)) return from + 1;
    for (const typed of [syllable, ...initialsOf(syllable)]) {
      const end = letters.startsWith(typed) ? endAsSpoken(folded, letters.slice(typed.length), from + 1, syllablesOf) : -1;
      if (end >= 0) return end;
    }
  }
  return -1;
}

/**
 * Return where one word stands in a folded text, as pairs of indexes.
 * @param {Folded[]} folded
 * @param {string[]} word
 * @param {Map<string, string[]>} syllablesOf
 * @returns {Pair[]}
 */
function placesOfWord(folded, word, syllablesOf) {
  const letters = word.join('');
  const spoken = letters.length >= FEWEST_LETTERS && LETTERS.test(letters);
  /** @type {Pair[]} */
  const places = [];
  for (let at = 0; at < folded.length; at += 1) {
    let end = endAsWritten(folded, word, at);
    if (end < 0 && spoken && syllablesOf.has(folded[at].character)) end = endAsSpoken(folded, letters, at, syllablesOf);
    if (end < 0) continue;
    places.push([at, end]);
    at = end - 1;
  }
  return places;
}

/**
 * Make what finds all of some words; texts are folded once.
 * @param {string[][]} words
 * @param {Map<string, string[]>} syllablesOf
 * @param {Map<string, Folded[]>} cache
 * @returns {Matcher}
 */
function makeMatcher(words, syllablesOf, cache) {
  /**
   * @param {string} text
   * @returns {Folded[]}
   */
  const foldOnce = (text) => {
    const folded = cache.get(text) ?? foldText(text);
    cache.set(text, folded);
    return folded;
  };
  return {
    /** Say whether each word stands in one of the texts. */
    holds: (texts) => words.every((word) => texts.some((text) => placesOfWord(foldOnce(text), word, syllablesOf).length > 0)),
    /** Return the ranges of a text to be marked, in order and apart. */
    rangesIn(text) {
      const folded = foldOnce(text);
      const ranges = words.flatMap((word) => placesOfWord(folded, word, syllablesOf))
        .map(([from, to]) => /** @type {Pair} */ ([folded[from].start, folded[to - 1].end])).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      /** @type {Pair[]} */
  const apart = [];
      for (const range of ranges) {
        const last = apart.at(-1);
        if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
        else apart.push(range);
      }
      return apart;
    },
  };
}

/**
 * Return the words that a query may mean, the likeliest first: letters with spaces may be one name.
 * @param {string} query
 * @returns {string[][]}
 */
export function wordsOfQuery(query) {
  const typed = foldText(query.slice(0, LONGEST_QUERY)).map(({ character }) => character).join('');
  const words = typed.split(/\s+/u).filter(Boolean);
  if (!words.length) return [];
  return words.length > 1 && words.every((word) => LETTERS.test(word)) ? [[words.join('')], words] : [words];
}

/**
 * Return what a query may mean, the likeliest first; all words of a meaning must be found.
 * @param {string} query
 * @param {Map<string, string[]>} syllablesOf
 * @param {Map<string, Folded[]>} cache
 * @returns {Matcher[]}
 */
export function readingsOfQuery(query, syllablesOf, cache) {
  return wordsOfQuery(query).map((way) => makeMatcher(way.map((word) => [...word]), syllablesOf, cache));
}
