import { createHash } from 'node:crypto'
import type { Field } from '#app/domain/field.ts'
import { blocks } from '#app/services/blocks.ts'
import type { Service } from '#app/services/define.ts'
import { services } from '#app/services/index.ts'
import { keepWording, wordingOf } from '#db/wordings.server.ts'
import { paperWords } from './folder.ts'
import { type Both, both, labelOf, titleOf, wordsOf } from './submission.ts'

/** What the words of all forms say, by key. */
export type Wording = Readonly<Record<string, Both>>

/** What the words of all forms say now, and the id that changes with any of them. */
export function wordingNow(): { readonly id: string; readonly content: string } {
  now ??= made()
  return now
}

let now: ReturnType<typeof made> | undefined

function made() {
  const content = JSON.stringify(Object.fromEntries([...new Set(keys())].map((key) => [key, both(key)])))
  return { id: createHash('sha256').update(content).digest('base64url'), content }
}

/** Every key a submission may name. */
function keys(): string[] {
  const ofFields = (block: string, service: string | null, fields: readonly Field[]) =>
    fields.map((field) => labelOf(field, wordsOf({ block }, service, field)))
  const shared = Object.entries(blocks).flatMap(([block, { fields }]) => [titleOf({ block }, null), ...ofFields(block, null, fields)])
  const own = services.flatMap(({ id, form, documents = [] }: Service) => [
    titleOf({ block: 'own' }, id),
    ...ofFields('own', id, form?.own ?? []),
    ...documents.map(({ id: document, paper }) => paperWords(paper ?? `${id}.${document}`)),
  ])
  return [...shared, ...own]
}

/** Keeps what the words say now, once for each version of them; resolves with its id. */
export async function wordingInForce(): Promise<string> {
  const { id, content } = wordingNow()
  await keepWording(id, content)
  return id
}

/** What the words of a version said. Throws where it was never kept: a broken promise of our own. */
export async function wordingBy(id: string): Promise<Wording> {
  const known = read.get(id) ?? (JSON.parse(await wordingOf(id)) as Wording)
  read.set(id, known)
  return known
}

/** Wordings once they were read: there is one for each release. */
const read = new Map<string, Wording>()
