/** Who wrote what stands in a field. */
export type Writer = 'clerk' | 'resident'

/** What two readers of one form share while they fill it in. */
export type SharedSession = {
  /** Counts every change. */
  readonly at: number
  /** Where the clerk is: the path of the page without its mode. */
  readonly place: string
  /** What stands in the inputs of that page, by their names, and who wrote it last. */
  readonly values: Readonly<Record<string, { readonly given: readonly string[]; readonly by: Writer }>>
  /** The input the clerk is at, and the field the resident points at, by their names. */
  readonly focus: string | null
  readonly pointed: string | null
  /** Screens of the resident's that listen now. */
  readonly screens: number
  /** Places the resident said are right, as they stand. */
  readonly confirmed: readonly string[]
}
