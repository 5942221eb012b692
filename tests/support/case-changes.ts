import type { Deadline, Marks } from '#app/domain/case-state.ts'
import type { Status } from '#app/domain/status.ts'
import { applicationById } from '#db/applications.server.ts'
import type { NewEvent } from '#db/audit-log.server.ts'
import type { NewMessage } from '#db/outbox.server.ts'
import { type CaseChange, type Saved, saveTransitions } from '#db/transitions.server.ts'

// Changes of cases as the database stores them, regardless of the life cycle: for tests of what is stored.

/** A draft to be submitted. */
export type Draft = {
  readonly id: string
  readonly sealed: Buffer
  readonly county: string
  readonly mode: string
  readonly personHash: string | null
  readonly detailsHash: string | null
  readonly event: NewEvent
  readonly messages: readonly NewMessage[]
}

/** The new state of an application; fields left out stay. */
export type Change = {
  readonly id: string
  readonly event: NewEvent
  readonly to?: Status
  readonly set?: Partial<Marks & Deadline>
  readonly messages?: readonly NewMessage[]
  readonly sealed?: Buffer
  /** The version it was decided on; by default the present one. */
  readonly from?: number
  readonly beside?: true
}

/** Submits drafts with the submission token of their folder. */
export async function submitDrafts(
  batch: { readonly id: string; readonly version: number; readonly submissionToken: string; readonly nextToken: string },
  drafts: readonly Draft[],
  at: Date,
): Promise<Saved> {
  const cases = await Promise.all(
    drafts.map(async ({ id, sealed, county, mode, personHash, detailsHash, event, messages }): Promise<CaseChange> => {
      const change = await changeOf({ id, event: { ...event, at }, to: 'submitted', set: { county, mode }, messages })
      return { ...change, was: 'draft', submission: { sealed, personHash, detailsHash, submissionToken: batch.submissionToken } }
    }),
  )
  return saveTransitions(cases, { batch: { ...batch, at } })
}

/** Changes one application. */
export const change = async (what: Change): Promise<Saved> => saveTransitions([await changeOf(what)])

/** Writes an event that changes nothing else. */
export const beside = (id: string, event: NewEvent): Promise<Saved> => change({ id, event, beside: true })

async function changeOf({ id, event, to, set, messages = [], sealed, from, beside }: Change): Promise<CaseChange> {
  const now = await applicationById(id)
  const expiresAt = now?.expiresAt?.toISOString() ?? null
  const { dueOn = now?.dueOn ?? null, expiresAt: ends = expiresAt, ...marks } = set ?? {}
  const state = now ?? ({} as NonNullable<typeof now>)
  const { heldBy = null, heldStep = null, askedAt = null } = state
  const { assignee, proposedBy, rating, ratingAnsweredAt, county, mode, channel, answeredAt, decidedAt, corrections, declinedFor } = state
  const present = {
    assignee,
    heldBy,
    heldStep,
    proposedBy,
    rating,
    ratingAnsweredAt,
    county,
    mode,
    channel,
    answeredAt,
    decidedAt,
    corrections,
    askedAt,
    declinedFor,
  }
  return {
    ...{ id, from: from ?? state.version, was: state.status, event, further: [], messages },
    changes: beside ? null : { status: to ?? state.status, marks: { ...present, ...marks }, deadline: { dueOn, expiresAt: ends } },
    submission: sealed && { sealed, personHash: state.personHash, detailsHash: state.detailsHash },
  }
}
