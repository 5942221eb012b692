import type { Entry } from './entries.ts'

/** Kinds of results in the order they are shown, those of one part together. */
export const parts = {
  services: ['service'],
  questions: ['explanation', 'question'],
  misunderstandings: ['misunderstanding'],
  also: ['topic', 'promise'],
} as const satisfies Readonly<Record<string, readonly Entry['kind'][]>>

/** A part of the results. */
export type Part = keyof typeof parts
/** The parts in the order they are shown. */
export const partIds = Object.keys(parts) as Part[]
