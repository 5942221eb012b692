import { typedIn, wrong } from '#app/access/account-input.ts'
import { endLapsedAssistedSessions } from '#app/access/assisted-right.server.ts'
import { requireStaff } from '#app/access/guards.server.ts'
import { newInvitation } from '#app/access/invitation.server.ts'
import { newOnce, seedOnce } from '#app/access/once.server.ts'
import { page, type RefusedWhy, redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { namesOf } from '#app/access/staff-names.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type Difference, differingLines } from '#app/cases/differences.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, isConflictSwitched, openedAt } from '#app/cases/version.server.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { allHalls } from '#db/halls.server.ts'
import { becomingOf, changeSecondFactor, changeStaff, type StoredStaff, staffById } from '#db/staff.server.ts'
import { replaceLink } from '#db/staff-links.server.ts'
import { found } from '../page-data.ts'
import { becomingAs, changesTold, differingPost } from './change-post.server.ts'
import { offOtherwise } from './off-otherwise.server.ts'
import { nameTo, parsePost, postIn, type TypedPost } from './post.server.ts'
import { changeOf, type HandedLink, handedAgain, handedLink, isOwnedBy, staffMemberOf } from './staff-members.server.ts'
import { workLeft, workOf } from './staff-work.server.ts'

type Params = { id?: string }

const memberAt = async ({ id = '' }: Params): Promise<StoredStaff> => found(await staffById(id))

/** The versions of what the two forms about somebody show: their name and post, and how their account stands. */
const versionsOf = ({ roles, serves, hall, state, passwordHash, secondFactor, ...stored }: StoredStaff) => ({
  post: contentVersion([namesOf(stored).name, roles, hall?.id ?? null, serves]),
  account: contentVersion([state, passwordHash !== null, secondFactor !== null]),
})

/** Data of the page of a staff member. */
export async function staffMemberLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const staff = requireStaff(context, 'staffAndHalls')
  const stored = await memberAt(params)
  const changed = context.query.has('changed')
  return page({
    mode,
    at: context.at,
    staff,
    member: staffMemberOf(stored),
    halls: await allHalls(),
    changed,
    versions: versionsOf(stored),
    once: newOnce(),
    work: await workOf(stored),
  })
}

const acts = ['link', 'second-factor', 'off', 'on'] as const
/** One thing to do about an account. */
export type Act = (typeof acts)[number]

/** The page of a staff member once more. */
type StaffMemberAgain = {
  readonly typed: (TypedPost & { readonly name: string | null }) | null
  readonly errors: readonly FieldError[]
  readonly link: HandedLink | null
  /** The versions the forms are sent again at. */
  readonly versions?: ReturnType<typeof versionsOf>
  /** What somebody else changed since the page was opened, and what was to be done to it. */
  readonly differences?: readonly Difference[]
  readonly act?: Act
  /** What is to become of the cases, as chosen but not done. */
  readonly chosen?: string
}

/**
 * Does one thing about a staff member: another role or hall, off, on, a new link, or the second factor off. What somebody else
 * changed since the page was opened is shown beside it, and nothing is done.
 */
export async function staffMemberAction(context: RequestContext, form: FormValues, params: Params) {
  requireStaff(context, 'staffAndHalls')
  await memberAt(params)
  switchMode(form, context)
  for (;;) {
    const result = await changeTried(context, form, await memberAt(params))
    if (result === 'stale') continue
    await endLapsedAssistedSessions(context.now)
    return result
  }
}

async function changeTried(context: RequestContext, form: FormValues, one: StoredStaff) {
  const { mode, now } = context
  const by = requireStaff(context, 'staffAndHalls')
  const [naming, asked] = [nameTo(form, one), postIn(form, one.serves)]
  const typed = { ...asked, name: naming.typed }
  const [opened, standing] = [openedAt(form), versionsOf(one)]
  const say = (again: Partial<StaffMemberAgain>, why?: RefusedWhy) =>
    shownAgain<StaffMemberAgain>({ typed, chosen, errors: [], link: null, versions: { ...standing, post: opened }, ...again }, why)
  const changedPost = (differences: readonly Difference[]) =>
    say({ differences, versions: { ...standing, post: afterConflict(standing.post, opened) } }, 'conflict')
  const about = { typed: null, versions: standing }
  const chosen = typedIn(form, 'cases')
  const left = (next: StoredStaff) => workLeft(one, next, chosen, by, now)
  const changedAccount = (act: Act) => {
    const versions = { ...standing, account: afterConflict(standing.account, opened) }
    return say({ ...about, act, differences: accountLines(one, act), versions }, 'conflict')
  }
  const doneOtherwise = async (act: Act) => {
    const wrong = act === 'off' ? await offOtherwise(one.id, chosen, now) : undefined
    return wrong && say({ ...about, act, errors: [wrong] }, 'conflict')
  }
  if (form.has('switch-to')) {
    // What was to be done about the account: the switch presses none of its buttons.
    const act = acts.find((known) => known === form.get('asked'))
    if (act && isDone(one, act)) return (await doneOtherwise(act)) ?? say(about)
    if (act) return opened === standing.account ? say(about) : changedAccount(act)
    const { post } = parsePost(typed, await allHalls(), one.serves)
    const differences = isConflictSwitched(form) && opened !== standing.post && post ? differingPost(one, post, naming.name) : []
    return differences.length > 0 ? changedPost(differences) : say({ link: await handedAgain(context, form, one.id) })
  }
  // Who is no administrator any more cannot open this page.
  const changed = (isStill = true) =>
    redirectTo(one.id === by.id && !isStill ? paths.desk(mode) : `${paths.deskStaffMember(mode, one.id)}?changed`)
  const doing = form.get('do')
  if (doing === 'change') {
    const { post, errors } = parsePost(typed, await allHalls(), one.serves)
    errors.unshift(...naming.errors)
    if (errors.length > 0 || !post) return say({ errors }, 'invalid')
    const differences = opened === standing.post ? [] : differingPost(one, post, naming.name)
    if (differences.length > 0) return changedPost(differences)
    const work = await left({ ...one, ...post })
    if (typeof work === 'string') return say({ errors: [{ key: `colleagues:errors.${work}`, field: 'cases' }] }, 'invalid')
    const events = changesTold(by, one, post, naming.name, now)
    const result = await refusingFullDisk(changeStaff(becomingAs(one, post, naming.name), becomingOf(one), events, work))
    return result === 'last-administrator'
      ? say({ errors: [wrong(result, 'role')] }, 'invalid')
      : result === 'stale'
        ? result
        : changed(post.role === 'administrator')
  }
  const act = found(acts.find((known) => known === doing))
  if (isDone(one, act)) return (await doneOtherwise(act)) ?? changed()
  if (opened !== standing.account) return changedAccount(act)
  switch (act) {
    case 'off':
    case 'on': {
      const state = act === 'on' ? 'active' : 'off'
      const work = act === 'on' ? undefined : await left({ ...one, state })
      if (typeof work === 'string')
        return say({ ...about, act, errors: [{ key: `colleagues:errors.${work}`, field: 'cases-off' }] }, 'invalid')
      const event = changeOf(by, { member: one.id, what: act }, now)
      const result = await refusingFullDisk(changeStaff({ ...becomingOf(one), state }, becomingOf(one), event, work))
      return result === 'last-administrator'
        ? say({ ...about, errors: [wrong(result, 'state')] }, 'invalid')
        : result === 'stale'
          ? result
          : changed(act === 'on')
    }
    case 'link':
      if (one.state === 'off') return say({ ...about, errors: [wrong('off', 'state')] }, 'invalid')
      return page<StaffMemberAgain>({
        typed: null,
        errors: [],
        link: handedLink(context, namesOf(one).name, await newLink(by, one, form, now)),
      })
    case 'second-factor': {
      const event = changeOf(by, { member: one.id, what: 'second-factor-off' }, now)
      const off = { secondFactor: null, lastStep: one.lastStep }
      return (await refusingFullDisk(changeSecondFactor(one.id, off, one.secondFactor, event))) ? changed() : ('stale' as const)
    }
  }
}

/** Somebody else did the same already. A link is a new one each time. */
function isDone({ state, secondFactor }: StoredStaff, act: Act): boolean {
  return (act === 'off' && state === 'off') || (act === 'on' && state === 'active') || (act === 'second-factor' && secondFactor === null)
}

/** How an account stands now, and what was to be done about it. */
function accountLines(now: StoredStaff, act: Act): Difference[] {
  const { standing, hasFactor } = staffMemberOf(now)
  const asked = textInEvery(`account:acts.${act}.button`)
  const factor = textInEvery(hasFactor ? 'account:factor.has' : 'account:factor.has-none')
  return differingLines([
    { label: 'account:standing', now: textInEvery(`account:standings.${standing}`), typed: act === 'second-factor' ? null : asked },
    { label: 'account:second-factor', now: factor, typed: act === 'second-factor' ? asked : null },
  ]).filter(({ typed }) => typed !== null)
}

/** The token of a new link; the one there is where the same was posted again, unless a password was chosen by it meanwhile. */
async function newLink(by: Staff, { id, passwordHash }: StoredStaff, form: FormValues, now: Date): Promise<string> {
  const { token, stored } = newInvitation(id, now, seedOnce(form, ['link', id, passwordHash]))
  if (await isOwnedBy(id, stored.tokenHash, now)) return token
  await refusingFullDisk(replaceLink(stored, changeOf(by, { member: id, what: 'link' }, now)))
  return token
}
