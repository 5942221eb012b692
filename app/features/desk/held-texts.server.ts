import { requireStaff } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { staffNames } from '#app/access/staff-names-by-id.server.ts'
import { applicationHeads, headIn } from '#app/cases/application-name.server.ts'
import { heldOf, heldTextsFor, ownHeldStep, returnedTo } from '#app/cases/held-texts.server.ts'
import type { InternalInCase } from '#app/cases/internal-texts.server.ts'
import { nothingHeld } from '#app/domain/case-marks.ts'
import { type Day, isMoment } from '#app/domain/day.ts'
import { replacedHeld, returnedHeld } from '#app/domain/held-texts.ts'
import { isAllowed, isUntilOver } from '#app/domain/transition.ts'
import { type WordedStep, wordedSteps } from '#app/domain/worded-step.ts'
import { heldStepName, internalStepName } from '#app/i18n/stored-names.ts'
import { unreadable } from '#app/security/stored-value.server.ts'
import type { HeldCase } from '#db/held-texts.server.ts'
import { type DeskCase, isAllowedTo } from './case.server.ts'
import { linesOf } from './history.server.ts'

/** Everything the list of waiting texts shows: those somebody is to read as the second, and their own that wait or were returned. */
export async function heldTextsLoader(context: RequestContext) {
  const { mode, at } = context
  const staff = requireStaff(context, 'heldTexts')
  const { held, internal } = await heldTextsFor(staff)
  const returned = await returnedTo(staff)
  const names = await staffNames([
    ...returned.map(({ by }) => by),
    ...held.toRead.map(({ heldBy }) => heldBy),
    ...internal.toRead.map(({ text }) => text.held?.actor.id),
    staff.id,
  ])
  const waiting = [...held.toRead, ...held.own, ...internal.toRead, ...internal.own, ...returned]
  const heads = await applicationHeads([...new Map(waiting.map((one) => [one.id, one])).values()])
  const row = ({ heldBy, heldStep, damaged, at: since, ...one }: HeldCase) => {
    if (damaged) unreadable({ table: 'applications', id: one.id })
    return {
      ...one,
      title: headIn(heads, one).name,
      damaged,
      step: heldStepName(heldStep),
      at: isMoment(since) ? since : null,
      by: names.get(heldBy) ?? null,
    }
  }
  const internalRow = ({ text: { held, at: since }, ...one }: InternalInCase) => ({
    ...{ ...one, title: headIn(heads, one).name, damaged: false, step: internalStepName(held?.step.type ?? null), at: since },
    by: names.get(held?.actor.id ?? '') ?? null,
  })
  const rows = (of: 'toRead' | 'own') =>
    [...held[of].map(row), ...internal[of].map(internalRow)].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
  return page({
    mode,
    at,
    staff,
    toRead: rows('toRead'),
    own: rows('own'),
    returned: returned.map((one) => ({ ...one, title: headIn(heads, one).name, by: names.get(one.by ?? '') ?? null })),
  })
}

/**
 * The texts that wait in a case, as its screen tells of them: whose, why, and what can be done; null where none wait. Those that
 * cannot be read (`caught` is null) can be taken back and given back only.
 */
export async function heldTextOf(deskCase: DeskCase, names: ReadonlyMap<string, string>, today: Day) {
  const { application, submission, history } = deskCase
  const step = wordedSteps.find((one) => one === application.heldStep)
  if (!step) return null
  const held = await heldOf(application)
  const late = held?.step.type === 'ask-correction' && isUntilOver(held.step, today)
  return {
    ...{ step, caught: held?.caught ?? null, line: (held && linesOf([held], submission, names)[0]) ?? null },
    ...{ own: isAllowedTo(deskCase, 'retract-words'), reword: isAllowedTo(deskCase, step) },
    // A case of before can hold texts and a proposal to decline it: such texts can be given back only.
    release:
      held !== undefined &&
      !late &&
      isAllowedTo(deskCase, 'release-words') &&
      isAllowed({ ...application, ...nothingHeld }, step, held.actor),
    ...{ giveBack: isAllowedTo(deskCase, 'return-words'), late },
    replaced: replacedHeld(history).flatMap((event) => {
      const hold = event.type === 'hold-words' ? event : null
      return linesOf([event], submission, names).map((line) => ({ step: hold?.step.type ?? null, caught: hold?.caught ?? null, line }))
    }),
  }
}

/** The texts somebody wrote that were returned to them, and why; null where none were, or they did something about it since. */
export function returnedTextOf(deskCase: DeskCase, names: ReadonlyMap<string, string>) {
  const { history, submission, who } = deskCase
  const result = returnedHeld(history, who.id)
  if (!result) return null
  const { held, back } = result
  return {
    ...{ step: held.step.type, caught: held.caught, line: linesOf([held], submission, names)[0] ?? null },
    ...{ reword: isAllowedTo(deskCase, held.step.type), reason: back.reason, by: names.get(back.actor.id ?? '') ?? null },
  }
}

/** The step somebody wrote that waits for a second reader, or was returned by one: it stands in its form, to be written otherwise. */
export async function stepToReword({ application, history, who }: DeskCase): Promise<WordedStep | undefined> {
  return (await ownHeldStep(application, who.id)) ?? returnedHeld(history, who.id)?.held.step
}
