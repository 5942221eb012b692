import type { Worker } from '#app/domain/held-words.ts'
import { caseWorkers } from '#db/cases.server.ts'

/** Everybody who works on cases now, with the place of their hall. */
export async function workers(): Promise<Worker[]> {
  return (await caseWorkers()).flatMap(({ id, role, hall }) => (hall ? [{ id, role, place: hall.place }] : []))
}
