import { isMode, type Mode, parallelMode } from '#app/i18n/mode.ts'
import type { Folder } from './folder.ts'

/** What is known of an application: what it was handed in with, how, and when. */
type HandedIn = { readonly mode: string | null; readonly channel: string; readonly submittedAt: Date | null }

/**
 * The language the people of a folder read: what is written to them is written in it, whatever page somebody works in. A folder of before
 * folders had one reads as it was last handed in by themselves; what a clerk handed in was in the clerk's mode. Where nothing tells, in every language.
 */
export function languageOf({ language }: Pick<Folder, 'language'>, applications: readonly HandedIn[]): Mode {
  if (language !== undefined) return language
  const last = applications
    .filter(({ channel, submittedAt }) => channel === 'self' && submittedAt !== null)
    .sort((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
    .at(-1)?.mode
  return isMode(last) ? last : parallelMode
}
