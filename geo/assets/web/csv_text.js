/** Rows as the text of a CSV file that Excel opens with its Chinese right. */

/** A spreadsheet would run such a text; an apostrophe in front keeps it a text, as in the project's own tables. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NEEDS_QUOTES = /[,"\r\n]/;
/** Excel takes a file without it for the system's code page. */
const BYTE_ORDER_MARK = '\ufeff';

/** @param {unknown} value */
function cellOf(value) {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {unknown[][]} rows */
export function csvText(rows) {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}
