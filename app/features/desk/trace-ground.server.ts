import type { SubmittedRow } from '#app/cases/submission.ts'
import { questionsOf } from '#app/domain/condition-parts.ts'
import type { InEvery } from '#app/domain/language.ts'
import { formOf, personOf } from '#app/forms/application-form.ts'
import { type Block, blocks, type PaperId, proves } from '#app/services/blocks.ts'
import { conditionsOn } from '#app/services/index.ts'
import type { DeskCase } from './case.server.ts'
import { traceOf } from './case-trace.server.ts'
import type { Original } from './originals.server.ts'
import { maskedRow } from './submitted.server.ts'

/** What bears on a condition: what the form said, and originals that prove it and were seen. */
export type ConditionGround = {
  readonly rows: readonly Pick<SubmittedRow, 'label' | 'value'>[]
  readonly seen: readonly InEvery<string>[]
  /** Nothing was answered, nobody judges it, and a paper that proves it was seen. */
  readonly cleared: boolean
}

/** The conditions of a case, each with what bears on it. */
export function groundedTrace(deskCase: DeskCase, originals: readonly Original[]) {
  const { application, folder, submission } = deskCase
  const person = personOf(folder, application)
  const known = new Map(conditionsOn(application.service, submission.asOf).map((one) => [one.id, one]))
  return traceOf(deskCase).map((one) => {
    const condition = known.get(one.condition)
    const fields = condition ? fieldsAsking(application.service, questionsOf(condition.when)) : []
    const rows = submission.rows.filter(({ target }) => fields.some((field) => isAnswer(target, field, person)))
    const seen = originals.filter((paper) => paper.seen !== null && fields.some(({ block }) => isProof(paper.key, block, person)))
    const ground: ConditionGround = {
      rows: rows.map((row) => ({ label: row.label, value: maskedRow(row).value })),
      seen: seen.map(({ label }) => label),
      cleared: one.truth === 'unknown' && !one.local && seen.length > 0,
    }
    return { ...one, ground }
  })
}

type AskingField = { readonly block: string; readonly field: string; readonly of: Block['of'] | 'own' }

/** The fields of a form that ask these questions. */
function fieldsAsking(service: string, questions: readonly string[]): AskingField[] {
  const form = formOf(service)
  const shared: Readonly<Record<string, Block>> = blocks
  const parts = [
    ...(form?.blocks ?? []).map((block) => ({
      block: block as string,
      of: shared[block]?.of ?? 'folder',
      fields: shared[block]?.fields ?? [],
    })),
    { block: 'own', of: 'own' as const, fields: form?.own ?? [] },
  ]
  return parts.flatMap(({ block, of, fields }) =>
    fields.flatMap(({ id, question }) => (question !== undefined && questions.includes(question) ? [{ block, of, field: id }] : [])),
  )
}

function isAnswer(target: string, { block, field, of }: AskingField, person: string): boolean {
  const [inBlock, subject, id] = target.split('/')
  return inBlock === block && id === field && (of !== 'person' || subject === person)
}

/** Does a shared paper prove what stands in a block, of this person or of all? */
function isProof(key: string, block: string, person: string): boolean {
  const [paper = '', subject] = key.split('~')
  return Object.hasOwn(proves, paper) && proves[paper as PaperId] === block && (subject === person || subject === 'home')
}
