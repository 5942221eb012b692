import { isOriginalRequired } from '#app/cases/originals.ts'
import type { InEvery } from '#app/domain/language.ts'
import { originalsSeen } from '#app/domain/originals.ts'
import type { DeskCase } from './case.server.ts'

/** A paper of a case, and who saw its original when. */
export type Original = {
  readonly key: string
  readonly label: InEvery<string>
  /** Has it to be seen before approving? */
  readonly required: boolean
  readonly seen: { readonly by: string | null; readonly at: string } | null
}

/** The papers of a case as the definition of its service asks for them, each with who saw its original and when. */
export function originalsOf(
  { application, submission, history }: Pick<DeskCase, 'application' | 'submission' | 'history'>,
  names: ReadonlyMap<string, string>,
): Original[] {
  const seen = originalsSeen(history)
  return submission.papers.map(({ key, words: label }) => {
    const event = seen.get(key)
    return {
      ...{ key, label, required: isOriginalRequired(application.service, key) },
      seen: event ? { by: names.get(event.actor.id ?? '') ?? null, at: event.at } : null,
    }
  })
}
