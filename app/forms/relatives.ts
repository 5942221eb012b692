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
export const isSeveral = (one: Listable): boolean => several.includes(one)
export const mostOfOne = 6

/** The name by which a relative is stored in a self-check: its key, which nobody types. It is shown in the language of the reader. */
export const keyName = (one: Listable): string => `@${one}`
/** A name somebody typed: never taken for a key. */
export const typedName = (name: string): string => name.replace(/^@+/, '').trim()

/** Is this one of those who may be listed? */
export const isListable = (one: string): one is Listable => listable.some((each) => each === one)
