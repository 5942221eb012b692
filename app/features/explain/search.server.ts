import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import type { Day } from '#app/domain/day.ts'
import { keysUnder, text } from '#app/i18n/messages.ts'
import { languages, type Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { type Service, type Statement, topicIds } from '#app/services/define.ts'
import { sourceOf } from '#app/services/define-promise.ts'
import { explanations } from '#app/services/explanations.ts'
import { questions } from '#app/services/household.ts'
import { serviceOn, services } from '#app/services/index.ts'
import { planPromises } from '#app/services/promises.ts'
import { strengthsOf } from '#app/services/strength.ts'
import { matcher } from './search.ts'

/** Data of the search page. */
export function searchLoader({ mode, at, query, today }: RequestContext) {
  const q = (query.get('q') ?? '').slice(0, longestQuery).trim()
  return page({ mode, at, q, found: search(q, mode, today) })
}

/** The longest query, in characters. */
const longestQuery = 100

/** An entry of the search index. `title` is the key of its name, `words` are the keys of all its texts. */
type Entry = {
  readonly kind: Found['kind']
  readonly title: string
  readonly words: readonly string[]
  readonly to: (mode: Mode) => string
  /** The service it speaks of: found while that is in force. */
  readonly service?: string
}

/** A result: its path, its name, and the sentence that matched. */
export type Found = {
  readonly kind: 'service' | 'topic' | 'explanation' | 'misunderstanding' | 'question' | 'promise'
  readonly to: string
  readonly title: string
  readonly sentence: string | null
  /** What the sentence rests on, where it tells a promise of the plan or our own reading. */
  readonly rests: Pick<Statement, 'sources' | 'inferred'> | null
}

const lists = ['gives', 'where', 'timeAndCost', 'otherwise'] as const

/** Statements by the keys of their texts. */
const statements: ReadonlyMap<string, Pick<Statement, 'sources' | 'inferred'>> = new Map<string, Pick<Statement, 'sources' | 'inferred'>>([
  ...services.flatMap((service: Service) => [
    ...lists.flatMap((list) => service[list].map((one) => [`services/${service.id}:${list}.${one.id}`, one] as const)),
    ...service.misunderstandings.map((one) => [`services/${service.id}:misunderstandings.${one.id}.right`, one] as const),
  ]),
  ...explanations.flatMap(({ id, facts }) => facts.map((one) => [`explanations:${id}.facts.${one.id}`, one] as const)),
  ...planPromises.map((one) => [`policy:promises.${one.id}.text`, { sources: [sourceOf(one)] }] as const),
])

/** What a sentence rests on, where that has to be said beside it. */
function restsOf(key: string | undefined): Found['rests'] {
  const { sources = [], inferred } = statements.get(key ?? '') ?? {}
  return inferred || sources.some((source) => strengthsOf(source).length > 0) ? { sources, ...(inferred && { inferred }) } : null
}

const entries: readonly Entry[] = [
  ...topicIds.map(
    (id): Entry => ({
      kind: 'topic',
      title: `topics:${id}.name`,
      words: [`topics:${id}.plain`, `topics:${id}.lead`],
      to: (mode) => paths.topic(mode, id),
    }),
  ),
  ...services.map(({ id }): Entry => {
    const at = `services/${id}`
    const words = [...lists, 'documents'].flatMap((list) => keysUnder(at, list).map((key) => `${at}:${list}.${key}`))
    return {
      kind: 'service',
      service: id,
      title: `${at}:name`,
      words: [`${at}:plain`, `${at}:audience`, ...keysUnder(at, 'conditions').map((key) => `${at}:conditions.${key}.is`), ...words],
      to: (mode) => paths.service(mode, id),
    }
  }),
  ...explanations.map(
    ({ id }): Entry => ({
      kind: 'explanation',
      title: `explanations:${id}.name`,
      words: [`explanations:${id}.plain`, ...keysUnder('explanations', `${id}.facts`).map((key) => `explanations:${id}.facts.${key}`)],
      to: (mode) => paths.explanation(mode, id),
    }),
  ),
  ...services.flatMap(({ id, misunderstandings }) =>
    misunderstandings.map((one): Entry => {
      const at = `services/${id}:misunderstandings.${one.id}`
      return { kind: 'misunderstanding', service: id, title: `${at}.wrong`, words: [`${at}.right`], to: (mode) => paths.service(mode, id) }
    }),
  ),
  ...planPromises.map(
    ({ id }): Entry => ({
      kind: 'promise',
      title: `policy:promises.${id}.title`,
      words: [`policy:promises.${id}.text`],
      to: (mode) => `${paths.policy(mode)}#${id}`,
    }),
  ),
  ...Object.keys(questions).map(
    (id): Entry => ({ kind: 'question', title: `questions:${id}.short`, words: [`questions:${id}.why`], to: (mode) => paths.check(mode) }),
  ),
]

/** Searches the texts in force on a day, best match first: Chinese by substring, Tibetan by syllables. At most `most` results. */
export function search(query: string, mode: Mode, today: Day, most = 30): Found[] {
  const matches = matcher(query)
  if (!matches) return []
  const scored = entries.flatMap((entry) => {
    if (entry.service !== undefined && !serviceOn(entry.service, today)) return []
    const inTitle = languages.some((language) => matches(text(language, entry.title)))
    const matching = entry.words.find((key) => languages.some((language) => matches(text(language, key))))
    if (!inTitle && !matching) return []
    // A misunderstanding is never shown without its correction.
    const sentence = matching ?? (entry.kind === 'misunderstanding' ? entry.words[0] : undefined)
    const found: Found = { kind: entry.kind, to: entry.to(mode), title: entry.title, sentence: sentence ?? null, rests: restsOf(sentence) }
    return [{ found, score: (inTitle ? 2 : 0) + (entry.kind === 'service' ? 1 : 0) }]
  })
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ found }) => found)
}
