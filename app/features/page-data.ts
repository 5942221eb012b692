import { notFound, redirectTo, stop } from '#app/access/outcome.ts'
import type { Day } from '#app/domain/day.ts'
import type { InEvery } from '#app/domain/language.ts'
import { plainIn, plainText, type Values } from '#app/i18n/messages.ts'
import { isMode, type Mode } from '#app/i18n/mode.ts'
import { type Named, plainName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { endedOn, serviceOn } from '#app/services/index.ts'

/** The mode a URL names. @throws `not-found` where it names none */
export function modeOf(params: { mode?: string }): Mode {
  if (isMode(params.mode)) return params.mode
  throw notFound()
}

/** What a URL names. @throws `not-found` where it does not exist */
export function found<T>(thing: T | undefined): T {
  if (thing !== undefined) return thing
  throw notFound()
}

/** The service a URL names, as it is on a day; of one that went, its own page says so. @throws `not-found` where there never was such a service */
export function serviceAt(mode: Mode, id: string, asOf: Day): Service {
  const service = serviceOn(id, asOf)
  if (!service && endedOn(id, asOf)) throw stop(redirectTo(paths.service(mode, id)))
  return found(service)
}

/**
 * Title and description of a page in the languages of its mode: what its own heading says, then the site. Nothing personal ever stands in a
 * title; `title` is a key, a name, or what was stored in each language. That something is wrong on the page is written before it (`titledByContent`).
 */
export function headOf(
  mode: Mode,
  title: string | Named | InEvery<string>,
  values?: Values,
  description?: string,
): { title?: string; name?: string; content?: string }[] {
  const named = typeof title === 'string' ? { k: title, values } : title
  const pageTitle = `${'k' in named ? plainName(mode, named) : plainIn(mode, (language) => named[language])} | ${plainText(mode, 'common:site')}`
  return description
    ? [{ title: pageTitle }, { name: 'description', content: plainText(mode, description, values) }]
    : [{ title: pageTitle }]
}
