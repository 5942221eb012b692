import { type Language, languages } from '#app/domain/language.ts'
import { keysUnder, text } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { matters } from '#app/services/before-settling.ts'
import { type Service, type Statement, type TopicId, topicIds } from '#app/services/define.ts'
import { sourceOf } from '#app/services/define-promise.ts'
import { explanations } from '#app/services/explanations.ts'
import { questions } from '#app/services/household.ts'
import { services } from '#app/services/index.ts'
import { planPromises } from '#app/services/promises.ts'
import type { Indexed } from './text-index.server.ts'
import { vocabulary } from './vocabulary.ts'

/** What a sentence rests on, where it tells a promise of the plan or our own reading. */
export type Rests = Pick<Statement, 'sources' | 'inferred'>

/** What can be found. `title` and `sentence` are the keys of what is shown of it, `also` the keys of what it is found by besides. */
export type Entry = {
  readonly kind: 'service' | 'explanation' | 'question' | 'misunderstanding' | 'promise' | 'topic'
  readonly title: string
  readonly sentence: string
  readonly also: readonly string[]
  /** What people call it: a key of the tables of words. */
  readonly said?: string
  /** The service it speaks of: found while that is in force. */
  readonly service?: string
  readonly topics: readonly TopicId[]
  readonly rests?: Rests
  readonly to: (mode: Mode) => string
}

const lists = ['gives', 'where', 'timeAndCost', 'otherwise', 'documents'] as const

const under = (namespace: string, path: string, end = '') => keysUnder(namespace, path).map((key) => `${namespace}:${path}.${key}${end}`)

/** Everything that can be found, by kind in the order it is shown. */
export const entries: readonly Entry[] = [
  ...services.map(({ id, topics }: Service): Entry => {
    const at = `services/${id}`
    const also = [
      `${at}:audience`,
      ...under(at, 'conditions', '.is'),
      ...lists.flatMap((list) => under(at, list)),
      ...under(at, 'misunderstandings', '.wrong'),
    ]
    return {
      kind: 'service',
      service: id,
      said: id,
      title: `${at}:name`,
      sentence: `${at}:plain`,
      also,
      topics,
      to: (mode) => paths.service(mode, id),
    }
  }),
  ...explanations.map(({ id, topics }): Entry => {
    const at = `explanations:${id}`
    const also = under('explanations', `${id}.facts`)
    return {
      kind: 'explanation',
      said: id,
      title: `${at}.name`,
      sentence: `${at}.plain`,
      also,
      topics,
      to: (mode) => paths.explanation(mode, id),
    }
  }),
  {
    kind: 'explanation',
    said: 'before-settling',
    title: 'before-settling:title',
    sentence: 'before-settling:lead',
    also: matters.map(({ id }) => `before-settling:matters.${id}.name`),
    topics: ['settlement'],
    to: paths.beforeSettling,
  },
  ...Object.keys(questions).map((id): Entry => {
    const at = `questions:${id}`
    return { kind: 'question', title: `${at}.short`, sentence: `${at}.why`, also: [], topics: [], to: (mode) => paths.check(mode) }
  }),
  ...services.flatMap(({ id, topics, misunderstandings }: Service) =>
    misunderstandings.map((one): Entry => {
      const at = `services/${id}:misunderstandings.${one.id}`
      return {
        kind: 'misunderstanding',
        service: id,
        title: `${at}.wrong`,
        sentence: `${at}.right`,
        also: [],
        topics,
        rests: one,
        to: (mode) => paths.service(mode, id),
      }
    }),
  ),
  ...planPromises.map((promise): Entry => {
    const at = `policy:promises.${promise.id}`
    const rests = { sources: [sourceOf(promise)] }
    return {
      kind: 'promise',
      title: `${at}.title`,
      sentence: `${at}.text`,
      also: [],
      topics: promise.topics,
      rests,
      to: (mode) => `${paths.policy(mode)}#${promise.id}`,
    }
  }),
  ...topicIds.map(
    (id): Entry => ({
      kind: 'topic',
      title: `topics:${id}.name`,
      sentence: `topics:${id}.plain`,
      also: [`topics:${id}.lead`],
      topics: [id],
      to: (mode) => paths.topic(mode, id),
    }),
  ),
]

/** The texts of an entry as they are indexed, in every language: one finds what is written in the other. */
export function indexed({ title, sentence, also, said }: Entry, at: number): Indexed {
  const inAll = (of: (language: Language) => string) => languages.map(of).join('\n')
  const saidIn = (language: Language) => (said === undefined ? '' : (vocabulary[language].entries[said] ?? ''))
  return {
    id: String(at),
    name: inAll((language) => text(language, title)),
    said: inAll(saidIn),
    plain: inAll((language) => text(language, sentence)),
    body: languages.flatMap((language) => also.map((key) => text(language, key))).join('\n'),
  }
}
