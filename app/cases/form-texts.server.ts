import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isLocal } from '#app/domain/decision.ts'
import type { FormField } from '#app/domain/form.ts'
import type { Condition } from '#app/domain/verdict.ts'
import { paperName } from '#app/i18n/stored-names.ts'
import { parseStored, type Read, unreadable } from '#app/security/stored-value.server.ts'
import { blocks } from '#app/services/blocks.ts'
import type { Service } from '#app/services/define.ts'
import { services } from '#app/services/index.ts'
import { formTextsOf, insertFormTexts } from '#db/form-texts.server.ts'
import { refusingFullDisk } from './disk-full.server.ts'
import { paperTextKey } from './folder.ts'
import { conditionKey, type FormTexts, fieldKey } from './form-texts.ts'
import { bothOf, citationOf } from './stored-texts.ts'
import { fieldNames, textInEvery } from './submission.ts'

/** The current texts of all forms, and the id that changes with any of them. */
export function currentFormTexts(): { readonly id: string; readonly content: string } {
  now ??= stamped(JSON.stringify(made()))
  return now
}

let now: ReturnType<typeof currentFormTexts> | undefined

const stamped = (content: string) => ({ id: createHash('sha256').update(content).digest('base64url'), content })

/** Every text a submission may need. */
function made(): FormTexts {
  const all: readonly Service[] = services
  const ofBlock = (block: string, service: string | null, fields: readonly FormField[]) =>
    fields.map((field) => [fieldKey(service ?? '', `${block}//${field.id}`), fieldNames({ block }, service, field)])
  const shared = Object.entries(blocks).flatMap(([block, { fields }]) => ofBlock(block, null, fields))
  const ofConditions = <T>(of: (one: { service: string; condition: Condition }) => T): Record<string, T> =>
    Object.fromEntries(
      all.flatMap(({ id, conditions }) =>
        conditions.map((condition) => [conditionKey(id, condition.id, condition.from), of({ service: id, condition })]),
      ),
    )
  const papers = all.flatMap(({ id, documents }) => documents.map((one) => paperTextKey(one.paper ?? `${id}.${one.id}`)))
  return {
    names: Object.fromEntries(all.map(({ id }) => [id, textInEvery(`services/${id}:name`)])),
    fields: Object.fromEntries([...shared, ...all.flatMap(({ id, form }) => ofBlock('own', id, form?.own ?? []))]),
    papers: Object.fromEntries(papers.map((key) => [key, bothOf(paperName(key))])),
    sources: ofConditions(({ condition }) => condition.sources.map((source) => ({ ...source, cited: citationOf(source) }))),
    conditions: ofConditions(({ service, condition }) => ({
      says: textInEvery(`services/${service}:conditions.${condition.id}.is`),
      local: isLocal(condition),
    })),
    departments: Object.fromEntries(all.map(({ id, departments }) => [id, departments.map((one) => textInEvery(`departments:${one}`))])),
  }
}

/** Saves the current texts, once for each version; resolves with their id. @throws where the disk is full */
export async function saveFormTexts(): Promise<string> {
  const { id, content } = currentFormTexts()
  await refusingFullDisk(insertFormTexts(id, content))
  return id
}

/** The texts of a version, or that they were never saved, or cannot be read. */
export async function formTextsBy(id: string): Promise<Read<FormTexts>> {
  const known = cache.get(id)
  if (known) return { ok: true, value: known }
  const inForce = currentFormTexts()
  const content = id === inForce.id ? inForce.content : await formTextsOf(id)
  const found =
    content === undefined ? unreadable({ table: 'wordings', id }) : parseStored({ table: 'wordings', id }, () => parseFormTexts(content))
  if (found.ok) cache.set(id, found.value)
  return found
}

const texts = z.record(z.string(), z.unknown())
const parseFormTexts = (content: string) =>
  z
    .object({ names: texts, fields: texts, papers: texts, sources: texts, conditions: texts.optional(), departments: texts.optional() })
    .parse(JSON.parse(content)) as unknown as FormTexts

/** Cache: there is one version for each release. */
const cache = new Map<string, FormTexts>()
