import type { Sex } from '#app/domain/age.ts'

/**
 * Who may live in a household, listed by a tap instead of a name. Each is stored in self-checks: none is ever renamed or taken away. Texts
 * stand in `locales/…/check.json` under `members.relatives`.
 */
export const relatives = [
  'wife',
  'husband',
  'father',
  'mother',
  'son',
  'daughter',
  'grandfather',
  'grandmother',
  'maternal-grandfather',
  'maternal-grandmother',
  'elder-brother',
  'younger-brother',
  'elder-sister',
  'younger-sister',
  'grandson',
  'granddaughter',
] as const

/** Who fills in, and everybody they may list, in the order they are listed. */
export const listable = ['myself', ...relatives] as const
export type Listable = (typeof listable)[number]

/** Of whom there may be several, and how many can be listed at once. */
const several: readonly Listable[] = [
  'son',
  'daughter',
  'elder-brother',
  'younger-brother',
  'elder-sister',
  'younger-sister',
  'grandson',
  'granddaughter',
]
/** May a household have more than one of this word? */
export const isSeveral = (one: Listable): boolean => several.includes(one)
/** How many of one word a household can list. */
export const mostOfOne = 6

/**
 * Who looks after a child, as they are called by it, or whom those entrusted in writing: one of them applies where a household lists no
 * adult. @source fact base 2, 2.6
 */
export const guardians = [
  'father',
  'mother',
  'grandfather',
  'grandmother',
  'maternal-grandfather',
  'maternal-grandmother',
  'elder-brother',
  'elder-sister',
  'guardian',
  'entrusted',
] as const
/** Is this the word for somebody who looks after a child? */
export const isGuardian = (one: string): one is (typeof guardians)[number] => guardians.some((each) => each === one)

/** Who the word says is grown up, to whomever fills in. */
const grown: readonly Listable[] = [
  'wife',
  'husband',
  'father',
  'mother',
  'grandfather',
  'grandmother',
  'maternal-grandfather',
  'maternal-grandmother',
]
/** Does the word say that somebody is grown up? */
export const isGrown = (one: string): boolean => grown.some((each) => each === one)

const men: readonly Listable[] = [
  'husband',
  'father',
  'son',
  'grandfather',
  'maternal-grandfather',
  'elder-brother',
  'younger-brother',
  'grandson',
]

/** The sex a relative's word says; undefined for whoever fills in. */
export const sexOf = (one: Listable): Sex | undefined => (one === 'myself' ? undefined : men.includes(one) ? 'male' : 'female')

/** The name by which a relative is stored in a self-check: its key, which nobody types. It is shown in the language of the reader. */
export const keyName = (one: Listable | (typeof guardians)[number]): string => `@${one}`
/** How a page calls one of several with the same word: by the years they are old. It is never stored. */
export const agedName = (one: Listable, years: number): string => `${keyName(one)}/${years}`
/** Who a stored name says somebody is, with the number a second one of the same word has, or by how it is called; undefined for a name that was typed. */
export function relativeIn(name: string): Listable | undefined {
  const [, key = ''] = /^@([a-z-]+)(?: \d+|\/\d+)?$/.exec(name) ?? []
  return isListable(key) ? key : undefined
}
/** A name somebody typed: never taken for a key. */
export const typedName = (name: string): string => name.replace(/^@+/, '').trim()

/** Is this one of those who may be listed? */
export const isListable = (one: string): one is Listable => listable.some((each) => each === one)
