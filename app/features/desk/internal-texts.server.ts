import { internalOf } from '#app/cases/internal-texts.server.ts'
import type { EventText } from '#app/domain/event-text.ts'
import { type AboutInternal, type InternalText, mayAct, returnedInternal, stepMeant } from '#app/domain/internal-texts.ts'
import { isAllowed } from '#app/domain/transition.ts'
import type { InternalStep } from '#app/domain/worded-step.ts'
import { type DeskCase, isAllowedTo } from './case.server.ts'
import { type Line, linesOf } from './history.server.ts'

type Names = ReadonlyMap<string, string>

/** Texts for staff that wait, as the screen of a case tells of them. */
export type InternalShown = {
  readonly id: string
  /** Null where they cannot be read. */
  readonly step: InternalStep['type'] | null
  readonly own: boolean
  readonly line: Line | null
  /** What they say; null for everybody but who wrote them and who is to read them. */
  readonly said: { readonly caught: string; readonly text: EventText } | null
  readonly may: Readonly<Record<'release' | 'giveBack' | 'retract', boolean>>
}

/** The texts for staff that wait in a case, the oldest first, and what whoever looks may do about each. */
export async function internalTextsOf(deskCase: DeskCase, names: Names): Promise<InternalShown[]> {
  const waiting = await internalOf(deskCase.application, deskCase.history)
  return waiting.map((text) => shown(deskCase, text, names))
}

function shown(deskCase: DeskCase, text: InternalText, names: Names): InternalShown {
  const { application, submission, who } = deskCase
  const { id, held, readers, at } = text
  const own = held?.actor.id === who.id
  const isTheirs = held !== null && (own || readers.includes(who.id))
  const may = (type: AboutInternal['type']) => isAllowedTo(deskCase, type) && mayAct(text, { type, of: id, actor: who })
  const step = stepMeant(text, at ?? '')
  const [line = null] = held ? linesOf([isTheirs ? { ...held.step, actor: held.actor, at: held.at } : held], submission, names) : []
  return {
    ...{ id, step: held?.step.type ?? null, own, line },
    said: isTheirs ? { caught: held.caught, text: textOf(held.step) } : null,
    may: {
      release: may('release-internal') && step !== undefined && isAllowed(application, step.type, step.actor),
      giveBack: may('return-internal'),
      retract: may('retract-internal'),
    },
  }
}

/** Texts for staff returned to whoever looks, to be written otherwise; `reword`: can their step still be taken? */
export function returnedInternalOf(deskCase: DeskCase, names: Names) {
  return returnedInternal(deskCase.history, deskCase.who.id).map(({ held: { id, step, caught }, by }) => ({
    ...{ id, step: step.type, caught, text: textOf(step), by: names.get(by ?? '') ?? null },
    reword: isAllowedTo(deskCase, step.type),
  }))
}

/** The texts of a step that were last returned to whoever looks. */
export function textReturned({ history, who }: DeskCase, type: InternalStep['type']): EventText | undefined {
  const last = returnedInternal(history, who.id).findLast(({ held }) => held.step.type === type)
  return last && textOf(last.held.step)
}

const textOf = (step: InternalStep): EventText => ('words' in step ? step.words : step.reason)
