import type { InEvery } from './language.ts'
import { covers, type Place } from './place.ts'

/** What standard sentences are said of. */
export const phraseKinds = ['correction', 'approve', 'decline', 'return', 'rating', 'answer'] as const
/** What a standard sentence is said of. */
export type PhraseKind = (typeof phraseKinds)[number]

/** Is this what a sentence can be said of? What a damaged row holds need not be. */
export const isPhraseKind = (kind: string): kind is PhraseKind => phraseKinds.some((one) => one === kind)

/** A sentence of a hall or the province is offered, or is no more. */
export const ownPhraseStates = ['used', 'left'] as const
/** The state of such a sentence. */
export type OwnPhraseState = (typeof ownPhraseStates)[number]

/** A standard sentence of a hall or of the province, in one of its versions. */
export type OwnPhrase = {
  readonly id: string
  readonly version: number
  readonly place: Place
  readonly kind: PhraseKind
  readonly text: InEvery<string>
  readonly state: OwnPhraseState
}

/** The longest such sentence, in characters. */
export const longestPhrase = 200

/** The key by which an event names one. */
export const ownKey = ({ id, version }: Pick<OwnPhrase, 'id' | 'version'>): string => `own.${id}.${version}`

/** What such a key names; undefined for keys of our own sentences. */
export function ownNamed(key: string): { readonly id: string; readonly version: number } | undefined {
  const [, id = '', version = ''] = /^own\.([\w-]{1,40})\.(\d{1,6})$/.exec(key) ?? []
  return id === '' ? undefined : { id, version: Number(version) }
}

/** Can staff of a place use it: is it of their place, or of one above? */
export const isOfferedAt = ({ place }: OwnPhrase, at: Place): boolean => place === at || covers(place, at)
