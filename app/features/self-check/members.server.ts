import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { withoutInvisibleInName } from '#app/domain/characters.ts'
import { called } from '#app/forms/called-names.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { type Check, withNewMember } from '#app/forms/household-form.ts'
import { isTooLong, longestName, mostMembers, withoutPerson } from '#app/forms/members.ts'
import { isOfAnotherCheck } from '#app/forms/other-check.ts'
import { pagesOf } from '#app/forms/question-pages.ts'
import { isListable, isSeveral, keyName, type Listable, listable, mostOfOne, typedName } from '#app/forms/relatives.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { onlyOf, text } from './answer-question.server.ts'
import { isBeforeMembers, nextPlace, stepsOf } from './check.ts'
import { checkCookie, checkOf } from './check-cookie.server.ts'
import { countInput } from './relative-choices.tsx'

const otherCheck = 'errors:members.other-check'

/** Data of the list of members. */
export async function membersLoader(context: RequestContext) {
  const [{ mode, today }, only, check] = [context, onlyOf(context), checkOf(context)]
  const [before] = pagesOf(stepsOf(check, only, today).filter(isBeforeMembers)).at(-1) ?? []
  const back = before ? paths.question(mode, before.question, null, only) : paths.check(mode, only)
  const listed = listedIn(called(check, today))
  // Whoever fills in is one of them, as a rule.
  const typed = { name: '', who: listed.members.length === 0 ? ['myself'] : [], counts: {} }
  const removed = context.query.get('after') === 'removed'
  return page({
    ...{ mode, only, ...listed, back, typed, removed, at: context.at },
    check: check.id ?? '',
  })
}

/** Who is listed, and whether nobody can be added. */
const listedIn = ({ members }: Check) => ({
  members: members.map(({ id, name }) => ({ id, name })),
  full: members.length >= mostMembers,
})

/** Adds those who are ticked and one by name, removes one, or goes on. */
export async function membersAction(context: RequestContext, form: FormValues) {
  const [{ mode, today }, only, check] = [context, onlyOf(context), checkOf(context)]
  const [what, which = ''] = String(form.get('do') ?? 'add').split(':')
  const typed = typedOn(form)
  switchMode(form, context)
  if (form.has('switch-to')) return page({ typed, errors: [] as FieldError[] })
  const refuse = (key: string, field: 'who' | 'name', values?: FieldError['values']) =>
    refused({ typed, errors: [{ key, field, values }] satisfies FieldError[] }, key === otherCheck ? 'conflict' : 'invalid')

  // Whoever is listed there under an id is somebody else here.
  if (isOfAnotherCheck(form, check)) return refuse(otherCheck, 'who')
  if (what === 'remove') {
    const left = withoutPerson(check, which)
    // What was ticked and typed beside it is not added with that, and not lost.
    if (typed.name === '' && typed.who.length === 0) return again(left)
    return page({ ...listedIn(called(left, today)), typed, errors: [] as FieldError[] }, { cookies: [checkCookie(context, left)] })
  }
  // A page opened before has a button for each relative. Who lists everybody by name is not listed twice by what was ticked for them.
  const isByName = what === 'add' && typed.name !== '' && check.members.length === 0 && typed.who.join() === 'myself'
  const ticked = what === 'quick' ? [which] : isByName ? [] : typed.who
  if (!ticked.every(isListable)) return refuse('errors:members.unknown', 'who')
  if (isTooLong(typed.name)) return refuse('errors:members.too-long', 'name', { most: longestName })
  const names = [...namesOf(ticked.filter(isListable), typed.counts), ...(typed.name ? [typed.name] : [])]
  if (check.members.length + names.length > mostMembers) return refuse('errors:members.full', 'who', { most: mostMembers })
  const next = names.reduce(withNewMember, check)
  if (what !== 'done') return names.length > 0 ? again(next) : refuse('errors:members.required', 'name')
  if (next.members.length === 0) return refuse('errors:members.nobody', 'who')
  const done = { ...next, rosterDone: true }
  return redirectTo(nextPlace(done, mode, only, today), { cookies: [checkCookie(context, done)] })

  function again(changed: typeof check) {
    return redirectTo(paths.members(mode, only), { cookies: [checkCookie(context, changed)] })
  }
}

/** What was ticked and typed. */
function typedOn(form: FormValues) {
  const counts = listable.flatMap((one) => (form.has(countInput(one)) ? [[one, String(form.get(countInput(one)))] as const] : []))
  const name = typedName(withoutInvisibleInName(text(form, 'name')).replace(/\s+/g, ' '))
  return { name, who: form.getAll('who').map(String), counts: Object.fromEntries(counts) }
}

/** The names of those who are ticked, in the order they are listed; several of one kind get numbers as they are added. */
function namesOf(ticked: readonly Listable[], counts: Readonly<Record<string, string>>): string[] {
  return listable.filter((one) => ticked.includes(one)).flatMap((one) => Array<string>(countOf(one, counts[one])).fill(keyName(one)))
}

const countOf = (one: Listable, count: string | undefined): number =>
  isSeveral(one) && count !== undefined && /^[1-9]$/.test(count) ? Math.min(Number(count), mostOfOne) : 1
