/** Unpack gzip, here and now: not every browser has DecompressionStream, and that one answers later. */

const DAMAGED = 'the data of this page is damaged';
const GZIP_HEADER_BYTES = 10;
const END_OF_BLOCK = 256;
/** In which order a block gives the lengths of the codes for lengths of codes: RFC 1951, 3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Give the first value of each code and how many bits follow it.
 * @param {number[]} bits
 * @param {number} first
 * @returns {Pair[]}
 */
function steps(bits, first) {
  let next = first;
  return bits.map((extra) => {
    const start = next;
    next += 2 ** extra;
    return [start, extra];
  });
}

const LENGTHS = [...steps([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5], 3), [258, 0]];
const DISTANCES = steps([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13], 1);

/**
 * Make a table of Huffman codes from their lengths: what the next bits say is symbol * 16 + length of its code.
 * @param {number[] | Uint8Array} lengths
 */
function tableOf(lengths) {
  const longest = Math.max(1, ...lengths);
  const table = new Uint16Array(2 ** longest);
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      for (let entry = reversed(code, length); entry < table.length; entry += 2 ** length) table[entry] = symbol * 16 + length;
      code += 1;
    }
    code *= 2;
  }
  return { table, longest };
}

/**
 * Codes stand in the file with their first bit first, all other numbers with their last.
 * @param {number} code
 * @param {number} length
 */
function reversed(code, length) {
  let turned = 0;
  for (let i = 0; i < length; i += 1) turned |= ((code >> i) & 1) << (length - 1 - i);
  return turned;
}

const FIXED = {
  literals: tableOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distances: tableOf(new Array(30).fill(5)),
};

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 */
function bitReader(bytes, start) {
  let at = start;
  let held = 0;
  let count = 0;
  /** @param {number} wanted */
  const fill = (wanted) => {
    while (count < wanted) {
      if (at > bytes.length) throw new RangeError(DAMAGED);
      held |= bytes[at++] << count;
      count += 8;
    }
  };
  /** @param {number} size */
  const drop = (size) => {
    held >>>= size;
    count -= size;
  };
  return {
    /** @param {number} size */
    number(size) {
      fill(size);
      const value = held & (2 ** size - 1);
      drop(size);
      return value;
    },
    /** @param {HuffmanTable} given */
    symbol({ table, longest }) {
      fill(longest);
      const entry = table[held & (2 ** longest - 1)];
      if (!entry) throw new RangeError(DAMAGED);
      drop(entry & 15);
      return entry >> 4;
    },
    /** Take whole bytes as they stand. */
    stored() {
      at -= count >> 3;
      [held, count] = [0, 0];
      const size = bytes[at] | (bytes[at + 1] << 8);
      at += 4 + size;
      return bytes.subarray(at - size, at);
    },
  };
}

/** @param {BitReader} reader */
function readTables(reader) {
  const [literals, distances, codes] = [reader.number(5) + 257, reader.number(5) + 1, reader.number(4) + 4];
  const lengthsOfCodes = new Uint8Array(LENGTH_ORDER.length);
  for (let i = 0; i < codes; i += 1) lengthsOfCodes[LENGTH_ORDER[i]] = reader.number(3);
  const table = tableOf(lengthsOfCodes);
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < literals + distances) {
    const symbol = reader.symbol(table);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...new Array(3 + reader.number(2)).fill(lengths[lengths.length - 1]));
    else lengths.push(...new Array(symbol === 17 ? 3 + reader.number(3) : 11 + reader.number(7)).fill(0));
  }
  return { literals: tableOf(lengths.slice(0, literals)), distances: tableOf(lengths.slice(literals)) };
}

/**
 * Return the bytes that were packed as gzip (RFC 1952) without name and comment.
 * @param {Uint8Array} bytes
 */
export function gunzip(bytes) {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  const out = new Uint8Array(size);
  const reader = bitReader(bytes, GZIP_HEADER_BYTES);
  let at = 0;
  let last = 0;
  while (!last) {
    last = reader.number(1);
    const kind = reader.number(2);
    if (kind === 0) {
      const stored = reader.stored();
      out.set(stored, at);
      at += stored.length;
    } else {
      at = unpackBlock(reader, kind === 1 ? FIXED : readTables(reader), out, at);
    }
  }
  return out;
}

/**
 * @param {BitReader} reader
 * @param {{ literals: HuffmanTable, distances: HuffmanTable }} given
 * @param {Uint8Array} out
 * @param {number} start
 */
function unpackBlock(reader, { literals, distances }, out, start) {
  let at = start;
  for (;;) {
    const symbol = reader.symbol(literals);
    if (symbol === END_OF_BLOCK) return at;
    if (symbol < END_OF_BLOCK) {
      out[at++] = symbol;
      continue;
    }
    const [length, moreLength] = LENGTHS[symbol - END_OF_BLOCK - 1];
    const end = at + length + reader.number(moreLength);
    const [distance, moreDistance] = DISTANCES[reader.symbol(distances)];
    const back = distance + reader.number(moreDistance);
    for (; at < end; at += 1) out[at] = out[at - back];
  }
}
