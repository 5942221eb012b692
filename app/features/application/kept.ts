import { draftDays } from '#app/cases/folder.ts'
import { keptDays, type Status } from '#app/domain/application.ts'

/** How long, in days, drafts of a folder are stored, and what was handed in from it; null where there is none. */
export type Kept = {
  readonly drafts: { readonly days: number } | null
  readonly handedIn: { readonly decided: number; readonly withdrawn: number } | null
}

/** What is true of these applications. */
export function keptOf(applications: readonly { readonly status: Status; readonly submittedAt: Date | null }[]): Kept {
  return {
    drafts: applications.some(({ status }) => status === 'draft') ? { days: draftDays } : null,
    handedIn: applications.some(({ submittedAt }) => submittedAt !== null)
      ? { decided: keptDays('approved'), withdrawn: keptDays('withdrawn') }
      : null,
  }
}
