import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV that Excel opens as it is: UTF-8 with a byte order mark, CRLF, every field quoted. What a spreadsheet would take for a formula
 * stands behind an apostrophe, also where spaces stand before it (the library's own `escape_formulas` looks at the first character only).
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
