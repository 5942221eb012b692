export type { HallStep } from '#app/domain/application.ts'
export { mayAtDesk } from '#app/domain/decision.ts'
export { type DeskPart, mayOpen, scopeOf } from '#app/domain/staff.ts'
