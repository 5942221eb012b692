import type { Worker } from '#app/domain/held-texts.ts'
import type { Confirmer } from '#app/domain/recovery.ts'
import { caseWorkers } from '#db/cases.server.ts'

let needsPassword = true

/** Says whether somebody can sign in who never chose a password, as through single sign-on. */
export function setSignInWithoutPassword(can: boolean): void {
  needsPassword = !can
}

/** Everybody who can work on cases now, with the place of their hall: whoever was invited and never signed in reads nothing. */
export const workers = async (): Promise<Worker[]> => (await confirmers()).map(({ id, role, place }) => ({ id, role, place }))

/** The same, with the hall of each. */
export async function confirmers(): Promise<Confirmer[]> {
  const there = (await caseWorkers()).filter(({ passwordHash }) => passwordHash !== null || !needsPassword)
  return there.flatMap(({ id, role, hall }) => (hall ? [{ id, role, hall: hall.id, place: hall.place }] : []))
}
