import { wrong } from '#app/access/account-input.ts'
import type { RefusedWhy } from '#app/access/outcome.ts'
import { lockMinutes, type ThrottleOutcome } from '#app/access/throttle.server.ts'
import { longestPassword, passwordError, shortestPassword } from '#app/security/password.server.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** The error of a failed try, and why it was refused. */
export function refusal(tried: Exclude<ThrottleOutcome, 'right'>, code: string, field: string): { errors: FieldError[]; why: RefusedWhy } {
  const locked = tried === 'locked'
  return { errors: [locked ? wrong('locked', field, { minutes: lockMinutes }) : wrong(code, field)], why: locked ? 'too-many' : 'invalid' }
}

/** What is wrong with a new password, typed twice. */
export function newPasswordErrors(password: string, again: string, login: string): FieldError[] {
  const code = passwordError(password, login)
  if (code) return [wrong(`password-${code}`, 'password', { least: shortestPassword, most: longestPassword })]
  return password === again ? [] : [wrong('password-differs', 'again')]
}
