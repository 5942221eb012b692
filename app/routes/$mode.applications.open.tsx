import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findFolder } from '#app/access/find-folder.server.ts'
import { openFolderSession } from '#app/access/folder-session.server.ts'
import { page, redirectTo, refused, stop } from '#app/access/outcome.ts'
import { lockMinutes, readPin } from '#app/access/pin-throttle.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { folderInput } from '#app/cases/version.server.ts'
import { keepFolderForm, keptFolderForm, type ResumedForm } from '#app/features/account/resumed-form.server.ts'
import { ResumedFormPost } from '#app/features/account/resumed-form.tsx'
import { OpenFolderPage } from '#app/features/application/open-folder-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { text } from '#app/features/self-check/answer-question.server.ts'
import { paths } from '#app/paths.ts'
import { respond } from '#app/server/response.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

const reasons = ['closed', 'deleted', 'photos'] as const

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context) => {
    requireResident(context)
    const why = reasons.find((one) => one === context.query.get('why')) ?? null
    return page({ mode: context.mode, at: context.at, minutes: lockMinutes, why })
  })

type Opening = {
  readonly code: string
  readonly kept: string
  readonly again: ResumedForm | null
  readonly elsewhere: boolean
  readonly errors: readonly FieldError[]
}

/**
 * Opens a folder by code and PIN. What was typed on a page of a folder that is not open any more is kept in the page, encrypted for that
 * folder, and handed back once it is open: who opens another one gets nothing of it, is told so, and it stays in the page.
 */
export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => {
    const { mode } = context
    const form = await args.request.formData()
    requireResident(context)
    const say = (came: Partial<Opening>) => ({ code: '', kept: '', again: null, elsewhere: false, errors: [], ...came }) satisfies Opening
    if (!form.has('code') && form.has(folderInput)) return page(say({ kept: keepFolderForm(mode, context.query.get('to'), form) }))
    switchMode(form, context)
    const [code, kept] = [text(form, 'code').slice(0, 40), text(form, 'kept')]
    if (form.has('switch-to')) return page(say({ code, kept }))
    const found = await findFolder(code, readPin(text(form, 'pin')), context.now)
    if (found.ok) {
      const cookies = [await openFolderSession(context, found.id)]
      const again = keptFolderForm(mode, found.id, kept)
      if (again) return page(say({ again }), { cookies })
      if (kept !== '') return page(say({ kept, elsewhere: true }), { cookies })
      return redirectTo(paths.applications(mode), { cookies })
    }
    const field = found.error === 'pin-form' ? 'pin' : 'code'
    const errors: FieldError[] = [{ key: `errors:open-folder.${found.error}`, field, values: { minutes: lockMinutes } }]
    return refused(say({ code, kept, errors }), found.error === 'locked' ? 'too-many' : 'invalid')
  })

/** Staff open a case at the counter, in an assisted session. */
function requireResident({ actor, mode }: RequestContext): void {
  if (actor.by !== 'resident') throw stop(redirectTo(paths.counter(mode)))
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:open.title')

export default function Route(): JSX.Element {
  const shown = useLoaderData<typeof loader>()
  const typed = useActionData<typeof action>() ?? { code: '', kept: '', again: null, elsewhere: false, errors: [] }
  if (typed.again === null) return <OpenFolderPage {...shown} {...typed} />
  return (
    <Page mode={shown.mode} at={shown.at} texts={['application', 'account']} script>
      <Say as="h1" k="application:open.opened" />
      <ResumedFormPost {...typed.again} />
    </Page>
  )
}
