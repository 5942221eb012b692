import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findFolder } from '#app/access/find-folder.server.ts'
import { openFolderOf, openFolderSession } from '#app/access/folder-session.server.ts'
import { mayNotAssist } from '#app/access/guards.server.ts'
import { page, redirectTo, refused, stop } from '#app/access/outcome.ts'
import { lockMinutes, parsePin } from '#app/access/pin-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { signOut } from '#app/access/staff-session.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import type { TypedLine } from '#app/cases/typed-lines.ts'
import { folderInput } from '#app/cases/version.server.ts'
import {
  asOwnForm,
  carryFolderForm,
  isWrittenByStaff,
  type ResumedFolderForm,
  resumedFolderForm,
  typedInResumedForm,
} from '#app/features/account/resumed-form.server.ts'
import { ResumedFormPost } from '#app/features/account/resumed-form.tsx'
import { OpenFolderPage } from '#app/features/application/open-folder-page.tsx'
import { SignOutFirstPage } from '#app/features/application/sign-out-first-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answer-question.server.ts'
import { folderReasons, paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'
import { signOutButton } from '#app/ui/sign-out-to-open.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    const signedIn = isStaffHere(context)
    const why = folderReasons.find((one) => one === context.query.get('why')) ?? null
    return page({ mode: context.mode, at: context.at, minutes: lockMinutes, why, signedIn })
  })

type Opening = {
  readonly code: string
  /** What was typed on a page of a folder that is not open any more, encrypted for it; empty: nothing was. */
  readonly carried: string
  /** Of which folder that was. */
  readonly mark: string
  /** The same in words, for whoever sent it: the folder may have been deleted, and then opens to nobody. */
  readonly typed: readonly TypedLine[]
  readonly again: ResumedFolderForm | null
  readonly elsewhere: boolean
  /** Staff typed it for somebody they helped, and help nobody any more. */
  readonly writtenByStaff: boolean
  readonly errors: readonly FieldError[]
}

const nothing: Opening = { code: '', carried: '', mark: '', typed: [], again: null, elsewhere: false, writtenByStaff: false, errors: [] }

/**
 * Opens a folder by code and PIN. What was typed on a page of a folder that is not open any more is carried in the page, encrypted for that
 * folder, and handed back once it is open: who opens another one gets nothing of it, is told so, and it stays in the page.
 */
export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => {
    const { mode, today } = context
    const form = await args.request.formData()
    const leaves = form.has(signOutButton)
    const signedIn = !leaves && isStaffHere(context)
    const isMet = !form.has('code') && form.has(folderInput)
    if (!isMet) switchMode(form, context)
    const carried = isMet ? carryFolderForm(mode, context.query.get('to'), form) : text(form, 'kept')
    const [code, mark] = [text(form, 'code').slice(0, 40), text(form, isMet ? folderInput : 'mark')]
    const writtenByStaff = signedIn && isWrittenByStaff(mark, carried)
    const said: Opening = {
      ...nothing,
      code,
      carried,
      mark,
      writtenByStaff,
      typed: signedIn ? [] : typedInResumedForm(mark, carried, today),
    }
    if (leaves) return leaveDesk(context, said)
    if (isMet || signedIn || form.has('switch-to')) return page(said)
    const found = await findFolder(code, parsePin(text(form, 'pin')), context.now)
    if (found.ok) {
      const cookies = [await openFolderSession(context, found.id)]
      const again = await resumedFolderForm(context, found.id, carried)
      if (again) return page({ ...nothing, again: asOwnForm(again) }, { cookies })
      if (carried !== '') return page({ ...nothing, carried, elsewhere: true }, { cookies })
      return redirectTo(paths.applications(mode), { cookies })
    }
    const field = found.error === 'pin-form' ? 'pin' : 'code'
    const errors: FieldError[] = [{ key: `errors:open-folder.${found.error}`, field, values: { minutes: lockMinutes } }]
    return refused({ ...said, errors }, found.error === 'locked' ? 'too-many' : 'invalid')
  })

/** Signs out at the desk. What was typed is handed back at once where its folder is still open in this browser. */
async function leaveDesk(context: RequestContext, said: Opening) {
  const out = await signOut(context.staffSession, context.now)
  const own = await openFolderOf(context.cookies, { by: 'resident' }, context.now)
  if (own && said.carried === '') return redirectTo(paths.applications(context.mode), out)
  const again = own && (await resumedFolderForm(context, own.id, said.carried))
  return page(again ? { ...nothing, again: asOwnForm(again) } : said, out)
}

/**
 * Is a staff member signed in who has to sign out before a folder of their own is opened? @throws a redirect to the counter for clerks: they
 * open a case there, in an assisted session
 */
function isStaffHere({ actor, mode, sends }: RequestContext): boolean {
  if (actor.by === 'resident') return false
  if (mayNotAssist(actor)) return true
  throw stop(redirectTo(paths.counter(mode), { resend: sends }))
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:open.title')

export default function Route(): JSX.Element {
  const shown = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>() ?? nothing
  if (shown.signedIn) return <SignOutFirstPage {...shown} {...actionData} />
  if (actionData.again === null) return <OpenFolderPage {...shown} {...actionData} />
  return (
    <Page mode={shown.mode} at={shown.at} texts={['application', 'account']} script>
      <Say as="h1" k="application:open.opened" />
      <ResumedFormPost {...actionData.again} />
    </Page>
  )
}
