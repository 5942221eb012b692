import type { ApplicationEvent } from '#app/domain/event.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import { beside } from './child-process.ts'

const order = (of: object) => beside('clerk-process', of)

/** A sample staff member who is signed in: the cookie of their session. */
export async function signedInAs(
  dataDir: string,
  role: StaffRole,
  more: { practice?: boolean; idleMinutes?: number } = {},
): Promise<{ id: string; session: string }> {
  return JSON.parse(await order({ dataDir, role, ...more })) as { id: string; session: string }
}

/** The applications of a case with their events. */
export async function casesOf(
  dataDir: string,
  code: string,
): Promise<{ number: number; status: string; county: string | null; channel: string | null; events: ApplicationEvent[] }[]> {
  return JSON.parse(await order({ dataDir, code }))
}

/** Ends expired assisted sessions as of a day. */
export async function expireAssistedSessionsOn(dataDir: string, on: Date): Promise<void> {
  await order({ dataDir, retention: on.toISOString() })
}

/** Verifies the audit log. */
export async function auditOf(dataDir: string): Promise<{ broken: unknown }> {
  return JSON.parse(await order({ dataDir, audit: true }))
}

/** The counter form for a resident without a case. */
export const newClient = { who: 'new', ground: 'present', seen: 'id-card', channel: 'counter' }
