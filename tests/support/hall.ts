import type { ApplicationEvent } from '#app/domain/event.ts'
import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { beside } from './child-process.ts'

/** A step of the hall for one application of a folder; resolves with its result. */
export async function hall(dataDir: string, code: string, number: number, event: Event): Promise<string> {
  return beside('desk', {
    dataDir,
    code,
    number,
    event: { actor: { role: 'reviewer', id: 'r-1' }, at: new Date().toISOString(), ...event },
  })
}

type Event =
  | { type: 'accept' | 'start-review' | 'approve' }
  | { type: 'ask-correction'; items: CorrectionItem[]; until?: string; at?: string }
  | {
      type: 'propose-decline' | 'decline'
      actor?: ApplicationEvent['actor']
      condition?: string
      reason: Extract<ApplicationEvent, { type: 'decline' }>['reason']
    }

/** Applies retention as of a day. */
export async function applyRetentionOn(dataDir: string, on: Date): Promise<void> {
  await beside('desk', { dataDir, retention: on.toISOString() })
}

/** The link of the first administrator, for a server whose output cannot be read; undefined where there is one. */
export async function firstLink(dataDir: string): Promise<string | undefined> {
  return (await beside('desk', { dataDir, invitation: true })) || undefined
}
