/** Search in the texts of all columns at once: as written, or as it sounds; each distinct text is looked at once. */

import { features } from './feature_state.js';
import { FEWEST_LETTERS, LETTERS, initialsOf, readingsOfQuery, wordsOfQuery } from './matching.js';

/** What follows from the table alone, made when it is first asked for. */
const folded = new Map();
/**
 * Syllables of characters, and a small number for each character that has some.
 * @type {{ syllablesOf: Map<string, string[]>, ids: Uint16Array }}
 */
const sounds = { syllablesOf: new Map(), ids: new Uint16Array(0x10000) };

/** @param {Record<string, string>} readings */
export function setReadings(readings) {
  for (const [syllable, characters] of Object.entries(readings)) {
    for (const character of characters) sounds.syllablesOf.set(character, [...(sounds.syllablesOf.get(character) ?? []), syllable]);
  }
  for (const [index, character] of [...sounds.syllablesOf.keys()].entries()) sounds.ids[character.charCodeAt(0)] = index + 1;
}

/**
 * Return the texts of a column as they are compared, with where each ends.
 * @param {FeatureColumn} column
 * @returns {{ texts: string, ends: Uint32Array }}
 */
function comparedTexts(column) {
  const known = folded.get(column);
  if (known) return known;
  /** @param {string} text */
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const whole = fold(column.texts);
  const made = whole.length === column.texts.length ? { texts: whole, ends: column.ends } : foldOneByOne(column, fold);
  folded.set(column, made);
  return made;
}

/**
 * Some signs become several, and move all that follow.
 * @param {FeatureColumn} column
 * @param {(text: string) => string} fold
 */
function foldOneByOne({ texts, ends }, fold) {
  const pieces = Array.from(ends, (end, code) => fold(texts.slice(code ? ends[code - 1] : 0, end)));
  let sum = 0;
  return { texts: pieces.join(''), ends: Uint32Array.from(pieces, (piece) => { sum += piece.length; return sum; }) };
}

/**
 * Mark the codes whose text holds a word as it is written.
 * @param {{ texts: string, ends: Uint32Array }} column
 * @param {string} word
 * @param {Uint8Array} hits
 */
function markWritten({ texts, ends }, word, hits) {
  let code = 0;
  for (let at = texts.indexOf(word); at >= 0; at = texts.indexOf(word, at)) {
    while (ends[code] <= at) code += 1;
    if (at + word.length <= ends[code]) {
      hits[code] = 1;
      at = ends[code];
    } else {
      at += 1;
    }
  }
}

/** Ends of pieces are bits of a number; a longer word is looked for as it is written. */
const MOST_LETTERS = 30;

/**
 * Return up to which letter a character can stand for a word, by the letter at which it begins: bits of numbers.
 * @param {string} letters
 * @returns {Spelling}
 */
function spellingOf(letters) {
  const width = sounds.syllablesOf.size + 1;
  const pieces = new Uint32Array(letters.length * width);
  let id = 0;
  for (const syllables of sounds.syllablesOf.values()) {
    id += 1;
    for (let from = 0; from < letters.length; from += 1) {
      const rest = letters.slice(from);
      for (const syllable of syllables) {
        if (syllable[0] !== rest[0]) continue;
        if (syllable.startsWith(rest)) pieces[from * width + id] |= 1 << letters.length;
        for (const typed of [syllable, ...initialsOf(syllable)]) if (rest.startsWith(typed)) pieces[from * width + id] |= 1 << (from + typed.length);
      }
    }
  }
  return { letters, width, pieces };
}

/**
 * Mark the codes whose text sounds like a word somewhere.
 * @param {{ texts: string, ends: Uint32Array }} column
 * @param {Spelling} spelling
 * @param {Uint8Array} hits
 */
function markSpoken({ texts, ends }, { letters, width, pieces }, hits) {
  const { ids } = sounds;
  /**
   * @param {number} at
   * @param {number} typed
   * @param {number} end
   * @returns {boolean}
   */
  const goesOn = (at, typed, end) => {
    if (typed === letters.length) return true;
    if (at >= end) return false;
    const character = texts.charCodeAt(at);
    if (!ids[character]) return character === letters.charCodeAt(typed) && goesOn(at + 1, typed + 1, end);
    for (let ways = pieces[typed * width + ids[character]]; ways; ways &= ways - 1) {
      if (goesOn(at + 1, 31 - Math.clz32(ways & -ways), end)) return true;
    }
    return false;
  };
  let at = 0;
  for (let code = 0; code < ends.length; code += 1) {
    const end = ends[code];
    for (; at < end && !hits[code]; at += 1) {
      const id = ids[texts.charCodeAt(at)];
      if (id && pieces[id] && goesOn(at, 0, end)) hits[code] = 1;
    }
    at = end;
  }
}

/**
 * Return the rows in which every word stands somewhere.
 * @param {string[]} words
 */
function rowsWith(words) {
  const { table: { rows, columns } } = features;
  const found = new Uint8Array(rows).fill(1);
  for (const word of words) {
    const holds = new Uint8Array(rows);
    const spoken = word.length >= FEWEST_LETTERS && word.length <= MOST_LETTERS && LETTERS.test(word);
    const spelling = spoken ? spellingOf(word) : null;
    for (const column of columns) {
      const hits = new Uint8Array(column.ends.length);
      const texts = comparedTexts(column);
      markWritten(texts, word, hits);
      if (spelling) markSpoken(texts, spelling, hits);
      const { codes } = column;
      for (let row = 0; row < rows; row += 1) holds[row] |= hits[codes[row]];
    }
    for (let row = 0; row < rows; row += 1) found[row] &= holds[row];
  }
  return found;
}

/**
 * Search for what is typed: the first of its meanings that some row has.
 * @param {string} query
 * @returns {Pick<FeatureState, 'query' | 'found' | 'marker'>}
 */
export function foundInTable(query) {
  const ways = wordsOfQuery(query);
  if (!ways.length) return { query, found: null, marker: null };
  const markers = readingsOfQuery(query, sounds.syllablesOf, new Map());
  for (const [i, words] of ways.entries()) {
    const found = rowsWith(words);
    if (found.includes(1) || i === ways.length - 1) return { query, found, marker: markers[i] };
  }
  return { query, found: null, marker: null };
}
