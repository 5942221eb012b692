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
export async function searchLoader({ mode, at, query, today }: RequestContext) {
  const q = (query.get('q') ?? '').slice(0, longestQuery).trim()
  return page({ mode, at, q, ...(await search(q, mode, today)) })
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

/** How many results a part shows at most, how much of the question must stand in one, and how near it must come to the best one of its part. */
const limits: Readonly<Record<Part, { readonly most: number; readonly covers: number; readonly ofBest: number }>> = {
  services: { most: 5, covers: 0, ofBest: 0.2 },
  questions: { most: 3, covers: 0.4, ofBest: 0.4 },
  misunderstandings: { most: 3, covers: 0.4, ofBest: 0.4 },
  also: { most: 3, covers: 0.4, ofBest: 0.4 },
}

/** Where to look when no service is found. */
export type Instead = { readonly topics: readonly TopicId[]; readonly services: readonly Found[] }

type Matched = Match & { readonly entry: Entry }

/** What a question finds in the texts in force on a day, part after part, in each best first; where no service is found, where to look instead. */
export async function search(
  query: string,
  mode: Mode,
  today: Day,
): Promise<{ readonly found: Found[]; readonly instead: Instead | null }> {
  const matches = await matching(query, today)
  const shown = bestOf(matches.filter(({ weak }) => !weak)).map(({ entry }) => found(entry, mode))
  return { found: shown, instead: shown.some(({ kind }) => kind === 'service') ? null : suggestions(matches, mode, today) }
}

/** Of each part the best, while they come near to the best one. */
function bestOf(matches: readonly Matched[]): Matched[] {
  return partIds.flatMap((part) => {
    const kinds: readonly Entry['kind'][] = parts[part]
    const { most, covers: least, ofBest } = limits[part]
    const ofPart = matches.filter(({ entry, covers }) => kinds.includes(entry.kind) && covers >= least)
    const floor = (ofPart[0]?.score ?? 0) * ofBest
    return ofPart.filter(({ score }) => score >= floor).slice(0, most)
  })
}

/** Topics, those nearest to the question first, and services many need. */
function suggestions(matches: readonly Matched[], mode: Mode, today: Day): Instead {
  const near = matches.flatMap(({ entry }) => entry.topics.slice(0, 1))
  return {
    topics: [...new Set([...near.slice(0, 5), ...topicIds])],
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
async function matching(query: string, today: Day): Promise<Matched[]> {
  index ??= indexOf(entries.map(indexed))
  const find = await index
  return find(query).flatMap((match) => {
    const entry = entries[Number(match.id)]
    return entry && (entry.service === undefined || serviceOn(entry.service, today)) ? [{ ...match, entry }] : []
  })
}

/** Made at the first search, which waits for it some tenths of a second. */
let index: ReturnType<typeof indexOf> | undefined

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
