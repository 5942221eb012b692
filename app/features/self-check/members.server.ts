import { json, redirect } from '@remix-run/node'
import { withoutInvisibleInName } from '#app/domain/letters.ts'
import { longestName, mostMembers, withoutPerson, withPerson } from '#app/forms/members.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { modeOf, placeOf, today } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'
import { onlyOf, text } from './answering.server.ts'
import { nextPlace, stepsOf } from './check.ts'
import { checkOf, keepWithPerson } from './check-cookie.server.ts'
import { relativeName } from './members-page.tsx'

type Params = { mode?: string }

/** Everything the list of people shows. */
export async function showMembers(request: Request, params: Params) {
  const [mode, only, check] = [modeOf(params), onlyOf(request), checkOf(request)]
  const before = stepsOf(check, only, today()).findLast((step) => step.member === null)
  const back = before ? paths.question(mode, before.question, null, only) : paths.check(mode, only)
  const members = check.members.map(({ id, name }) => ({ id, name }))
  return json({ mode, only, members, back, at: placeOf(request), full: members.length >= mostMembers })
}

/** Adds a person by name or by a tap, takes one away, or goes on. */
export async function takeMembers(request: Request, params: Params) {
  const [mode, only, check] = [modeOf(params), onlyOf(request), checkOf(request)]
  const form = await request.formData()
  const typed = withoutInvisibleInName(text(form, 'name')).replace(/\s+/g, ' ').trim()
  switchMode(form, request, mode)
  if (form.has('switch-to')) return json({ typed, errors: [] as FieldError[] })
  const [what, which = ''] = String(form.get('do') ?? 'add').split(':')
  const refuse = (key: string, values?: FieldError['values']) =>
    json({ typed, errors: [{ key, field: 'name', values }] satisfies FieldError[] }, { status: 422 })

  if (what === 'remove') return again(withoutPerson(check, which))
  const name = what === 'quick' ? relativeName(mode, which) : typed
  if (what === 'quick' && !name) return refuse('errors:members.unknown')
  if (name && [...new Intl.Segmenter().segment(name)].length > longestName) return refuse('errors:members.too-long', { most: longestName })
  if (name && check.members.length >= mostMembers) return refuse('errors:members.full', { most: mostMembers })
  const next = name ? withPerson(check, name) : check
  if (what !== 'done') return name ? again(next) : refuse('errors:members.required')
  if (next.members.length === 0) return refuse('errors:members.nobody')
  const done = { ...next, rosterDone: true }
  return redirect(nextPlace(done, mode, only, today()), { status: 303, headers: keepWithPerson(request, done) })

  function again(changed: typeof check) {
    return redirect(paths.members(mode, only), { status: 303, headers: keepWithPerson(request, changed) })
  }
}
