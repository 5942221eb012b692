import { draftDays } from '#app/cases/folder.ts'
import { type Status, storedDays } from '#app/domain/status.ts'

/** How long, in days, drafts of a folder are stored, and what was handed in from it; null where there is none. */
export type StoragePeriods = {
  readonly drafts: { readonly days: number } | null
  readonly handedIn: { readonly decided: number; readonly withdrawn: number } | null
}

/** What is true of these applications. */
export function storagePeriodsOf(applications: readonly { readonly status: Status; readonly submittedAt: Date | null }[]): StoragePeriods {
  return {
    drafts: applications.some(({ status }) => status === 'draft') ? { days: draftDays } : null,
    handedIn: applications.some(({ submittedAt }) => submittedAt !== null)
      ? { decided: storedDays('approved'), withdrawn: storedDays('withdrawn') }
      : null,
  }
}
