/**
 * Rows as CSV that Excel opens as it is: UTF-8 with a byte order mark, CRLF, every field quoted. What a spreadsheet would take for a formula
 * stands behind an apostrophe. Source: OWASP, CSV Injection.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`
}

const fieldOf = (value: string) => `"${(/^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
