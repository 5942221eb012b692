import { kindOfEvent } from '#app/domain/event.ts'
import type { Question } from './asked-part.tsx'
import type { DeskCase } from './case.server.ts'

/** What the resident asked since the hall answered last, first things first; empty where nothing waits for an answer. */
export function questionsIn({ application, history }: Pick<DeskCase, 'application' | 'history'>): Question[] {
  if (application.askedAt === null) return []
  const answered = history.findLastIndex((event) => kindOfEvent(event) === 'answer-resident')
  return history.slice(answered + 1).flatMap((event): Question[] => {
    if (event.type === 'ask-hall') return [{ text: event.text, at: event.at, unreadable: null }]
    return event.type === 'unreadable' && event.was === 'ask-hall' ? [{ text: null, at: event.at, unreadable: event.id }] : []
  })
}
