import { typedIn, wrong } from '#app/access/account-input.ts'
import { namesIn, parseStaffName } from '#app/access/staff-names.server.ts'
import type { Line } from '#app/cases/differences.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { type Hall, rolesOfOne, type StaffRole } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { joinList } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import { departmentName, nameIn, serviceName } from '#app/i18n/stored-names.ts'
import { isServable, servableDepartments } from '#app/services/served.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { StoredStaff } from '#db/staff.server.ts'

/** Roles, hall, and what somebody serves, as chosen in a form. */
export type TypedPost = { readonly roles: readonly string[]; readonly hall: string; readonly serves: readonly string[] }

/** Roles, hall, and what somebody serves. */
export type Post = {
  readonly role: StaffRole
  readonly roles: readonly StaffRole[]
  readonly hall: Hall | null
  readonly serves: readonly string[]
}

/** What is chosen in a form. `was`: what somebody serves now, which a form that does not ask it leaves as it is. */
export function postIn(form: FormValues, was: readonly string[] = []): TypedPost {
  const chosen = (name: string) => form.getAll(name).map(String)
  return { roles: chosen('role'), hall: typedIn(form, 'hall'), serves: form.has('serves-asked') ? chosen('serves') : was }
}

/** The same of somebody as they are. */
export const postOf = ({ roles, hall, serves }: Pick<StoredStaff, 'roles' | 'hall' | 'serves'>): TypedPost => ({
  ...{ roles, serves },
  hall: hall?.id ?? '',
})

/** What was chosen parsed; administrators have no hall, no other role, and serve nothing. What is served no more may stay. */
export function parsePost(typed: TypedPost, halls: readonly Hall[], was: readonly string[] = []): { post?: Post; errors: FieldError[] } {
  const roles = rolesOfOne(typed.roles)
  const [role] = roles
  const isAdministrator = role === 'administrator'
  const hall = isAdministrator ? null : (halls.find(({ id }) => id === typed.hall) ?? null)
  const serves = [...new Set(typed.serves)].filter((one) => isServable(one) || was.includes(one))
  const errors: FieldError[] = []
  if (!role) errors.push(wrong(typed.roles.length > 1 ? 'roles-apart' : 'role', 'role'))
  if (role && !isAdministrator && !hall) errors.push(wrong('hall', 'hall'))
  return role ? { post: { role, roles, hall, serves: isAdministrator ? [] : serves }, errors } : { errors }
}

/** The name of somebody as it is to be by now; as it is where the form does not ask it, or theirs cannot be read. */
export function nameTo(form: FormValues, stored: StoredStaff): { name: string | null; typed: string | null; errors: FieldError[] } {
  const read = namesIn(stored)
  if (!read.ok || !form.has('name')) return { name: read.ok ? read.value.name : null, typed: null, errors: [] }
  const typed = typedIn(form, 'name')
  if (typed === read.value.name) return { name: typed, typed, errors: [] }
  const { name, errors } = parseStaffName(typed)
  return { name, typed, errors }
}

const rolesSaid = (roles: readonly StaffRole[]): InEvery<string> =>
  inEvery((language) =>
    joinList(
      language,
      roles.map((role) => text(language, `desk:role.${role}`)),
    ),
  )

const servesSaid = (serves: readonly string[]): InEvery<string> =>
  inEvery((language) =>
    serves.length === 0
      ? text(language, 'account:serves.all')
      : joinList(
          language,
          serves.map((one) => servedName(language, one)),
        ),
  )

function servedName(language: Parameters<typeof text>[0], one: string): string {
  if (servableDepartments.some((known) => known === one)) return nameIn(language, departmentName(one))
  return nameIn(language, serviceName(one))
}

/** How somebody stands, and what was to become of it. */
export function postLines(now: StoredStaff, nameNow: string | null, to: Post, name: string | null): Line[] {
  const same = (said: string | null) => (said === null ? null : inEvery(() => said))
  return [
    { label: 'account:name', now: same(nameNow), typed: same(name) },
    { label: 'account:role', now: rolesSaid(now.roles), typed: rolesSaid(to.roles) },
    { label: 'account:hall', now: now.hall?.name ?? null, typed: to.hall?.name ?? null },
    { label: 'account:serves.label', now: servesSaid(now.serves), typed: servesSaid(to.serves) },
  ]
}
