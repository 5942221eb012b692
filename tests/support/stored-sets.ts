import type { z } from 'zod'

/** What of the inside of a schema is looked at. */
type Inside = {
  readonly type: string
  readonly entries?: Readonly<Record<string, string>>
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly in?: z.ZodType
}

/** The sets of values a schema takes, by where in it they stand: `.actor.role`, the members of a set in the order they are declared. */
export function setsIn(schema: z.ZodType, at = ''): [string, string[]][] {
  const { type, entries, shape, options, innerType, element, in: input } = schema.def as unknown as Inside
  if (type === 'enum' && entries) return [[at, Object.values(entries)]]
  return [
    ...Object.entries(shape ?? {}).flatMap(([name, inner]) => setsIn(inner, `${at}.${name}`)),
    ...[...(options ?? []), innerType, element, input].flatMap((inner) => (inner ? setsIn(inner, at) : [])),
  ]
}
