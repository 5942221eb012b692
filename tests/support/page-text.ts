// Reads the text of a page without a browser: enough of HTML for what React renders.

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const decoded = (html: string) => html.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => entities[name] ?? whole)
const attributesIn = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]))

/** The main element of a page without scripts and pictures; the whole page where there is none. */
const mainOf = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')

/** The texts of a page's main element, from tag to tag. Options of lists are left out. */
export function piecesIn(html: string): string[] {
  const pieces = mainOf(html)
    .replace(/<select\b[\s\S]*?<\/select>/g, '')
    .split(/<[^>]*>/)
  return pieces.map((piece) => decoded(piece).replace(/\s+/g, ' ').trim()).filter(Boolean)
}

/** A text without spaces and invisible characters, so that it is found wherever tags and line ends are. */
export const plain = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')

/** The whole text of a page's main element, as `plain` writes it. */
export const textIn = (html: string): string => plain(decoded(mainOf(html).replace(/<[^>]*>/g, '')))

/** An input of a form: chosen or typed values, and options. */
export type FormField = { readonly type: string; readonly values: string[]; readonly options: string[] }

const inputs = /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g

/** The inputs of the form with this id; without one, of every form of the main element. */
export function formIn(html: string, id?: string): Record<string, FormField> {
  const form = id === undefined ? mainOf(html) : (new RegExp(`<form\\b[^>]*\\bid="${id}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '')
  const fields: Record<string, FormField> = {}
  for (const [, input, area, text = '', select, options = ''] of form.matchAll(inputs)) {
    const { name, value, type } = attributesIn(input ?? area ?? select ?? '')
    if (!name) continue
    fields[name] ??= {
      type: input === undefined ? (area === undefined ? 'select' : 'textarea') : (type ?? 'text'),
      values: [],
      options: [],
    }
    const field = fields[name]
    if (area !== undefined) field.values.push(decoded(text.replace(/^\n/, '')))
    else if (select !== undefined) takeOptions(field, options)
    else if (type === 'radio' || type === 'checkbox') {
      field.options.push(value ?? 'on')
      if (/\bchecked=""/.test(input ?? '')) field.values.push(value ?? 'on')
    } else field.values.push(value ?? '')
  }
  return fields
}

function takeOptions(field: FormField, inside: string): void {
  for (const [, tag = '', text = ''] of inside.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g)) {
    const value = attributesIn(tag).value ?? decoded(text)
    field.options.push(value)
    if (/\bselected=""/.test(tag)) field.values.push(value)
  }
}
