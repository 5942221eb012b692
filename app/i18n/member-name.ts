import { languages } from '#app/domain/language.ts'
import { keysUnder, text } from './messages.ts'
import type { Language } from './mode.ts'

/** The key of the text a relative is offered by, instead of typing a name. */
const relative = (id: string) => `check:members.relatives.${id}`

/**
 * The site's own word a member is listed by, and the number a second one of the same word has; undefined for any other name. It is stored
 * as a key (`@daughter 2`) in self-checks, as the word in the language of then in folders and in self-checks of before. Of several a page
 * calls one by the years they are old (`@daughter/8`).
 */
export function offeredName(name: string): { readonly k: string; readonly number: string; readonly years?: number } | undefined {
  const [, aged = name, years] = /^(@[a-z-]+)\/(\d+)$/u.exec(name) ?? []
  const [, word = aged, number = ''] = /^(.*?)( \d+)?$/su.exec(aged) ?? []
  const k = keyByWord().get(word)
  if (k === undefined) return undefined
  return years === undefined ? { k, number } : { k, number, years: Number(years) }
}

/** The keys of relatives by how they are stored, and by their texts in every language: found once, since every line of a case asks. */
function keyByWord(): ReadonlyMap<string, string> {
  found ??= new Map(
    keysUnder('check', 'members.relatives').flatMap((id) => [
      [`@${id}`, relative(id)] as const,
      ...languages.map((language) => [text(language, relative(id)), relative(id)] as const),
    ]),
  )
  return found
}
let found: ReadonlyMap<string, string> | undefined

/** The relative a name is the word of, in whatever language; undefined for any other name. */
export const relativeNamed = (name: string): string | undefined => offeredName(name)?.k.slice(relative('').length)

/** The name of a member as a reader sees it: the site's own word in the reader's language, whatever language it was chosen in; else as typed. */
export function memberName(language: Language, name: string): string {
  const offered = offeredName(name)
  if (!offered) return name
  const who = text(language, offered.k)
  if (offered.years === undefined) return who + offered.number
  return offered.years === 0
    ? text(language, 'check:members.newborn', { who })
    : text(language, 'check:members.aged', { who, years: offered.years })
}
