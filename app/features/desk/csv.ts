import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV that Excel opens as it is: UTF-8 with a byte order mark, CRLF, every field quoted. What a spreadsheet would evaluate as a formula
 * is preceded by an apostrophe, also after leading spaces (the library's own `escape_formulas` looks at the first character only).
 * @source OWASP, CSV Injection
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], {
    bom: true,
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    cast: { string: withoutFormula },
  })
}

const withoutFormula = (value: string) => (/^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value)
