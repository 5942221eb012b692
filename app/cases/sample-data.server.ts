import { statusesFor } from '#app/domain/application.ts'
import { caseCode, randomBytesForCaseCode } from '#app/domain/case-code.ts'
import type { CaseEvent } from '#app/domain/case-state.ts'
import { addDays, dayOf, daysLater } from '#app/domain/day.ts'
import { practicePlace } from '#app/domain/place.ts'
import { pick, type Random, randomFrom } from '#app/domain/random.ts'
import { applicable, type DraftApplication } from '#app/forms/application-form.ts'
import { modes } from '#app/i18n/mode.ts'
import { newId } from '#app/security/random.server.ts'
import { serviceById } from '#app/services/index.ts'
import { insertFolder } from '#db/folders.server.ts'
import { queueCounts } from '#db/queue-counts.server.ts'
import { caseById } from './case.server.ts'
import { eventActor } from './case-events.server.ts'
import { encryptFolder, folderHashOf, newApplication, newSubmissionToken } from './folder.server.ts'
import type { Folder } from './folder.ts'
import { lookupsOf } from './folder-lookups.server.ts'
import { sampleFolder } from './sample-folder.ts'
import { submissionOf } from './submission.ts'
import { changeCase, handIn } from './transition.server.ts'

/** What to generate: how many cases, in which counties, until when. The same seed generates the same ones. */
export type SampleOrder = { readonly count: number; readonly counties: readonly string[]; readonly until: Date; readonly seed: number }

/** Sample cases were submitted over so many days. */
const overDays = 90
/** Written concurrently: they share a commit. */
const atOnce = 200

/** Histories of sample cases: steps in order; the first is the most frequent at a hall. */
const lives: readonly (readonly Step[])[] = [
  [],
  [],
  [],
  ['accept'],
  ['accept'],
  ['accept', 'start-review'],
  ['ask-correction'],
  ['accept', 'start-review', 'approve'],
  ['accept', 'start-review', 'approve'],
  ['accept', 'start-review', 'propose-decline', 'decline'],
  ['withdraw'],
]
type Step = 'accept' | 'start-review' | 'ask-correction' | 'approve' | 'propose-decline' | 'decline' | 'withdraw'

/** What is never refused is approved instead. */
const placedInstead = (step: Step): readonly Step[] => (step === 'propose-decline' ? [] : step === 'decline' ? ['approve'] : [step])

/** Writes sample cases of people who do not exist; only staff can open them. Resolves with how many. */
export async function writeSampleCases({ count, counties, until, seed }: SampleOrder): Promise<number> {
  const random = randomFrom(seed)
  for (let number = 0; number < count; number += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - number) }, (_, index) =>
      oneOf(counties, until, seed * 100_000 + number + index, random),
    )
    await Promise.all(some.map((work) => work()))
  }
  return count
}

/** The fewest cases in practice when a staff member starts to practise, and how many are generated when there are fewer. */
const [fewest, fresh] = [10, 40]

/** Ensures that there are cases to practise on. */
export async function stockPractice(now: Date): Promise<void> {
  const waiting = (await queueCounts({ place: practicePlace, statuses: statusesFor(['clerk']) }, 'county')).get(practicePlace) ?? 0
  if (waiting < fewest) await writeSampleCases({ count: fresh, counties: [practicePlace], until: now, seed: now.getTime() % 100_000 })
}

/** One case, generated now and written when called. */
function oneOf(counties: readonly string[], until: Date, number: number, random: Random): () => Promise<void> {
  const [service, county, mode, any] = [pick(random, applicable), pick(random, counties), pick(random, modes), pick(random, lives)]
  const life = serviceById(service)?.act.placed ? any.flatMap(placedInstead) : any
  const handedIn = daysLater(until, -random() * overDays)
  const on = dayOf(handedIn)
  const { folder, wanted } = sampleFolder({ service, county, mode, on, number }, random)
  const id = newId(handedIn.getTime())
  const code = caseCode(Array.from({ length: randomBytesForCaseCode }, () => Math.floor(random() * 2 ** 32)))
  const draft = newApplication(1, wanted.service, wanted.member)
  const times = life.map(
    (_, index) => new Date(Math.min(until.getTime(), handedIn.getTime() + (index + 1) * (1 + random() * 60) * 3_600_000)),
  )
  return async () => {
    const submission = submissionOf(folder, wanted, [], () => [], mode, on)
    const stored = {
      ...{
        id,
        codeHash: folderHashOf(code),
        pinHash: '',
        sealed: encryptFolder(id, code, folder),
        lookups: lookupsOf(folder),
        version: 1,
        submissionToken: newSubmissionToken(),
      },
      ...{ createdAt: handedIn, savedAt: handedIn, expiresAt: until },
    }
    await insertFolder(stored, [draft])
    const { application } = await caseById(draft.id)
    const event = {
      ...{ type: 'submit' as const, actor: eventActor('resident'), at: handedIn.toISOString() },
      ...{ language: mode, version: submission.version.forms },
    }
    await handIn({ stored, code, folder, applications: [application] }, [{ application, event, submission }], handedIn)
    for (const [index, step] of life.entries()) await lived(draft.id, step, times[index] ?? until, folder, wanted)
    // Who began to review it does not exist: it waits for somebody to take it on.
    if (life.at(-1) === 'start-review')
      await changed(draft.id, { type: 'assign', actor: eventActor('supervisor', 'sample'), at: until.toISOString(), to: null })
  }
}

async function lived(id: string, step: Step, at: Date, folder: Folder, wanted: DraftApplication): Promise<void> {
  await changed(id, eventOf(step, at, folder, wanted))
}

async function changed(id: string, event: CaseEvent): Promise<void> {
  const result = await changeCase(await caseById(id), event)
  if (result !== 'done') throw new Error(`A sample case could not ${event.type}: ${result}`)
}

function eventOf(type: Step, on: Date, folder: Folder, wanted: DraftApplication): CaseEvent {
  const at = on.toISOString()
  switch (type) {
    case 'accept':
      return { type, actor: eventActor('clerk', 'sample'), at }
    case 'start-review':
    case 'approve':
      return { type, actor: eventActor('reviewer', 'sample'), at }
    case 'ask-correction': {
      const target = `person/${wanted.member ?? folder.applicant}/name`
      return {
        type,
        actor: eventActor('reviewer', 'sample'),
        at,
        items: [{ target, reason: 'does-not-match' }],
        until: addDays(dayOf(on), 14),
      }
    }
    case 'propose-decline':
      return { type, actor: eventActor('reviewer', 'sample'), at, reason: { text: '测试，编的理由', language: 'zh' } }
    case 'decline':
      return { type, actor: eventActor('supervisor', 'sample-second'), at, reason: { text: '测试，编的理由', language: 'zh' } }
    case 'withdraw':
      return { type, actor: eventActor('resident'), at }
  }
}
