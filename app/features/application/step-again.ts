import type { Difference } from '#app/cases/differences.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { Receivers } from '#app/domain/hall.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** A form shown again: what was typed, and why. */
export type StepAgain = {
  readonly typed: Readonly<Record<string, TypedField>>
  readonly errors: FieldError[]
  /** The version the form will be saved over. */
  readonly version: string
  /** What the inputs were shown with, where that is not what stands in them now. */
  readonly shown?: readonly string[]
  /** Where something else was saved meanwhile, or typed on the resident's screen. */
  readonly differences?: readonly Difference[]
  /** Are these what the resident typed? */
  readonly isAnswered?: boolean
  /** Who receives in the county just chosen, where that is no hall of its own: it is said once before going on. */
  readonly receivers?: Receivers
  readonly isTold?: boolean
}
