import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { withoutInvisibleInName } from '#app/domain/characters.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { withNewMember } from '#app/forms/household-form.ts'
import { isTooLong, longestName, mostMembers, withoutPerson } from '#app/forms/members.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { onlyOf, text } from './answer-question.server.ts'
import { isBeforeMembers, nextPlace, stepsOf } from './check.ts'
import { checkCookie, checkOf } from './check-cookie.server.ts'
import { relativeName } from './members-page.tsx'

/** Data of the list of members. */
export async function membersLoader(context: RequestContext) {
  const [{ mode, today }, only, check] = [context, onlyOf(context), checkOf(context)]
  const before = stepsOf(check, only, today).findLast(isBeforeMembers)
  const back = before ? paths.question(mode, before.question, null, only) : paths.check(mode, only)
  const members = check.members.map(({ id, name }) => ({ id, name }))
  return page({ mode, only, members, back, at: context.at, full: members.length >= mostMembers })
}

/** Adds a member by name or by a tap, removes one, or goes on. */
export async function membersAction(context: RequestContext, form: FormValues) {
  const [{ mode, today }, only, check] = [context, onlyOf(context), checkOf(context)]
  const typed = withoutInvisibleInName(text(form, 'name')).replace(/\s+/g, ' ').trim()
  switchMode(form, context)
  if (form.has('switch-to')) return page({ typed, errors: [] as FieldError[] })
  const [what, which = ''] = String(form.get('do') ?? 'add').split(':')
  const refuse = (key: string, values?: FieldError['values']) =>
    refused({ typed, errors: [{ key, field: 'name', values }] satisfies FieldError[] }, 'invalid')

  if (what === 'remove') return again(withoutPerson(check, which))
  const name = what === 'quick' ? relativeName(mode, which) : typed
  if (what === 'quick' && !name) return refuse('errors:members.unknown')
  if (name && isTooLong(name)) return refuse('errors:members.too-long', { most: longestName })
  if (name && check.members.length >= mostMembers) return refuse('errors:members.full', { most: mostMembers })
  const next = name ? withNewMember(check, name) : check
  if (what !== 'done') return name ? again(next) : refuse('errors:members.required')
  if (next.members.length === 0) return refuse('errors:members.nobody')
  const done = { ...next, rosterDone: true }
  return redirectTo(nextPlace(done, mode, only, today), { cookies: [checkCookie(context, done)] })

  function again(changed: typeof check) {
    return redirectTo(paths.members(mode, only), { cookies: [checkCookie(context, changed)] })
  }
}
