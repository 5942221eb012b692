import { text } from '#app/i18n/messages.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'

/** The class of what stands at the top of a page that was refused: what is wrong, or what became of what was typed. */
export const wrongClass = 'error-summary'

/**
 * A rendered page; where it shows that something is wrong, its title says so first: it is what a screen reader reads first, and what a tab
 * shows. The title is written before the page below it is known, so it is mended in what was rendered.
 */
export function titledByContent(page: Uint8Array<ArrayBuffer>, mode: Mode): Uint8Array<ArrayBuffer> {
  const html = Buffer.from(page.buffer, page.byteOffset, page.length)
  const from = html.indexOf('<title>') + '<title>'.length
  const to = html.indexOf('</title>', from)
  if (to < 0 || html.indexOf(`class="${wrongClass}"`) < 0) return page
  const title = languagesOf(mode).reduceRight(
    (of, language) => text(language, 'errors:titled', { title: of }),
    html.toString('utf8', from, to),
  )
  return new Uint8Array(Buffer.concat([html.subarray(0, from), Buffer.from(title), html.subarray(to)]))
}
