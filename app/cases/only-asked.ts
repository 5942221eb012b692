import type { FormField, FormStep } from '#app/domain/form.ts'
import { groundsOf } from '#app/domain/grounds.ts'
import { inForce } from '#app/domain/in-force.ts'
import { verdictOf } from '#app/domain/verdict.ts'
import { type DraftApplication, formOf } from '#app/forms/application-form.ts'
import { type Block, blocks } from '#app/services/blocks.ts'
import { serviceById } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { type Folder, mayBePaper, sharedSince } from './folder.ts'
import { type BareRow, type BareSubmission, type Submission, submissionRows } from './submission.ts'

// A folder is filled in once for everything: what stands in it by now may be meant for another application that is not handed in yet. So a
// correction takes from it what was asked for, and what hangs on that by the form; everything else stays as it was submitted.

/** What a correction was asked for: fields by `valueKey`, papers as `paper/<key>`. */
export type Asked = (target: string) => boolean

/**
 * Of what a corrected submission is made: what was submitted, everything as the folder has it by now, what was asked for with the steps
 * its fields stand in, and the files of a paper: of one that was not asked for those it was submitted with.
 */
type Parts = {
  readonly before: Submission
  readonly now: BareSubmission
  readonly folder: Folder
  readonly wanted: DraftApplication
  readonly steps: readonly FormStep[]
  readonly asked: Asked
  readonly files: (key: string) => readonly string[]
}

/** A corrected submission. */
export function onlyAsked(parts: Parts): BareSubmission {
  const { before, now, wanted, steps } = parts
  const hangsOn = dependents(steps)
  const service = serviceById(wanted.service)
  const trace = now.trace.map((one) => {
    const condition = service?.conditions.find(({ id, from }) => id === one.condition && from === one.from)
    const was = before.trace.find(({ condition: id, from }) => id === one.condition && from === one.from)
    return was && !(condition && hangsOn(condition)) ? { ...one, truth: was.truth } : one
  })
  const judged = inForce(service?.conditions ?? [], now.asOf).map((condition) => ({
    condition,
    truth: trace.find((one) => one.condition === condition.id && one.from === condition.from)?.truth ?? 'unknown',
  }))
  const limits = formOf(wanted.service)?.limits?.some(hangsOn) ? now.limits : (before.limits ?? now.limits)
  return {
    ...{ ...now, trace, verdict: verdictOf(judged), ...(limits ? { limits } : {}) },
    rows: correctedRows(parts, hangsOn),
    papers: correctedPapers(parts, hangsOn),
  }
}

type HangsOn = (of: Parameters<typeof groundsOf>[1]) => boolean

/** Is something asked, or so, only by what was asked for here? An identity number says the sex too. */
function dependents(steps: readonly FormStep[]): HangsOn {
  const given = new Set(
    steps.flatMap(({ block, fields }) =>
      fields.flatMap(({ id, question, kind }) => [
        ...(question === undefined ? [] : [question]),
        ...(block === 'own' ? [`own.${id}`] : []),
        ...(kind === 'identity-number' ? ['sex'] : []),
      ]),
    ),
  )
  return (of) => [...groundsOf(questionnaire, of)].some((question) => given.has(question))
}

function correctedRows({ before, now, folder, wanted, asked }: Parts, hangsOn: HangsOn): BareRow[] {
  const shown = new Map(submissionRows(folder, [wanted], now.asOf).map((row) => [row.target, row]))
  const is = new Map(now.rows.map((row) => [row.target, row]))
  return inOrder(before, [...shown.keys()]).flatMap((target): BareRow[] => {
    if (asked(target) && shown.has(target)) return [is.get(target) ?? []].flat()
    const field = fieldAt(wanted.service, target)
    const was = before.rows.find((row) => row.target === target)
    if (!field || (hangsOn(field) && !(was && shown.has(target)))) return [is.get(target) ?? []].flat()
    if (!was) return []
    const person = was.person ?? shown.get(target)?.person ?? undefined
    return [person === undefined ? { target, value: was.value } : { target, person, value: was.value }]
  })
}

/** Every line in the order of the form; one it does not show by now after the one it stood after. */
function inOrder({ rows }: Submission, shown: readonly string[]): string[] {
  const order = [...shown]
  for (const [index, { target }] of rows.entries())
    if (!order.includes(target)) order.splice(order.indexOf(rows[index - 1]?.target ?? '') + 1, 0, target)
  return order
}

/** The field of a target; undefined where the form has none of that name any more. */
function fieldAt(service: string, target: string): FormField | undefined {
  const [block = '', , id] = target.split('/')
  const shared: Readonly<Record<string, Block>> = blocks
  const fields = block === 'own' ? formOf(service)?.own : Object.hasOwn(shared, block) ? shared[block]?.fields : undefined
  return fields?.find((field) => field.id === id)
}

function correctedPapers({ before, now, folder, wanted, asked, files }: Parts, hangsOn: HangsOn): BareSubmission['papers'] {
  const since = sharedSince(folder, [wanted])
  const submitted = before.papers.map(({ key }) => since.get(key) ?? key)
  const documents = serviceById(wanted.service)?.documents ?? []
  const follows = (key: string) =>
    documents.some((one) => hangsOn(one) && key.split('~')[0] === (one.paper ?? `${wanted.service}.${one.id}`))
  const isNow = new Set(now.papers.map(({ key }) => key))
  const added = now.papers.filter(({ key }) => (asked(`paper/${key}`) || follows(key)) && !submitted.includes(key)).map(({ key }) => key)
  const remaining = submitted.filter((key) => isNow.has(key) || (!follows(key) && mayBePaper(folder, [wanted], key)))
  return [...new Set([...remaining, ...added])].map((key) => ({ key, files: files(key) }))
}
