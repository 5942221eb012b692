import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import type { Day } from '#app/domain/day.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { type TopicId, topicIds } from '#app/services/define.ts'
import { type ServiceId, serviceOn } from '#app/services/index.ts'
import { strengthsOf } from '#app/services/strength.ts'
import { type Entry, entries, indexed, type Rests } from './search/entries.ts'
import { type Part, partIds, parts } from './search/parts.ts'
import { indexOf, type Match } from './search/text-index.server.ts'

/** Data of the search page. */
export function searchLoader({ mode, at, query, today }: RequestContext) {
  const q = (query.get('q') ?? '').slice(0, longestQuery).trim()
  const found = search(q, mode, today)
  return page({ mode, at, q, found, instead: found.some(({ kind }) => kind === 'service') ? null : suggestions(q, mode, today) })
}

/** The longest query, in characters. */
const longestQuery = 100

/** A result: its path, and the keys of its name and of the sentence that says what it is. */
export type Found = {
  readonly kind: Entry['kind']
  readonly to: string
  readonly title: string
  readonly sentence: string
  /** What the sentence rests on, where that has to be said beside it. */
  readonly rests: Rests | null
}

/** How many results a part shows at most. */
const most = 5

/** How much of the question must stand in a result, and how near it must come to the best one of its part. */
const least: Readonly<Record<Part, { readonly covers: number; readonly ofBest: number }>> = {
  services: { covers: 0, ofBest: 0.2 },
  questions: { covers: 0.4, ofBest: 0.4 },
  misunderstandings: { covers: 0.4, ofBest: 0.4 },
  also: { covers: 0.4, ofBest: 0.4 },
}

/** What a question finds in the texts in force on a day, part after part, in each best first. */
export function search(query: string, mode: Mode, today: Day): Found[] {
  const matches = matching(query, today).filter(({ weak }) => !weak)
  return partIds.flatMap((part) => {
    const kinds: readonly Entry['kind'][] = parts[part]
    const ofPart = matches.filter(({ entry, covers }) => kinds.includes(entry.kind) && covers >= least[part].covers)
    const floor = (ofPart[0]?.score ?? 0) * least[part].ofBest
    return ofPart
      .filter(({ score }) => score >= floor)
      .slice(0, most)
      .map(({ entry }) => found(entry, mode))
  })
}

/** Where to look when no service is found: topics, those nearest to the question first, and services many need. */
export function suggestions(
  query: string,
  mode: Mode,
  today: Day,
): { readonly topics: readonly TopicId[]; readonly services: readonly Found[] } {
  const near = matching(query, today).flatMap(({ entry }) => entry.topics.slice(0, 1))
  return {
    topics: [...new Set([...near.slice(0, most), ...topicIds])],
    services: entries
      .filter(({ kind, service = '' }) => kind === 'service' && neededByMany.includes(service) && serviceOn(service, today))
      .map((entry) => found(entry, mode)),
  }
}

/** Services nearly everybody who moves to town comes by: one of each topic that most have to do with. */
const neededByMany: readonly string[] = [
  'settle-household',
  'residence-permit',
  'school-compulsory',
  'public-rental-housing',
  'resident-medical',
] satisfies ServiceId[]

/** The entries in force on a day that match, best first. */
function matching(query: string, today: Day): (Match & { readonly entry: Entry })[] {
  find ??= indexOf(entries.map(indexed))
  return find(query).flatMap((match) => {
    const entry = entries[Number(match.id)]
    return entry && (entry.service === undefined || serviceOn(entry.service, today)) ? [{ ...match, entry }] : []
  })
}

/** Made at the first search: it takes some tenths of a second. */
let find: ReturnType<typeof indexOf> | undefined

function found({ kind, title, sentence, rests, to }: Entry, mode: Mode): Found {
  const isTold = rests && (rests.inferred || rests.sources.some((source) => strengthsOf(source).length > 0))
  return {
    kind,
    to: to(mode),
    title,
    sentence,
    rests: isTold ? { sources: rests.sources, ...(rests.inferred && { inferred: rests.inferred }) } : null,
  }
}
