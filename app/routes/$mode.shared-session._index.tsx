import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { findStepOn } from '#app/features/application/form-step.server.ts'
import { JoinPage, OverPage } from '#app/features/counter/pairing-pages.tsx'
import { forgotten, joinAction, screenAt, shownOn } from '#app/features/counter/resident-screen.server.ts'
import { residentAction } from '#app/features/counter/shared-inputs.server.ts'
import { SharedSessionPage } from '#app/features/counter/shared-session-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, sharedSessionLoader)

/** The resident's own screen: the clerk's page, read from the same folder. */
async function sharedSessionLoader(context: RequestContext) {
  const { mode, at } = context
  const screen = await screenAt(context)
  if (screen.is === 'over') return page({ mode, at, is: 'over' as const }, forgotten)
  if (screen.is === 'way-in') return page({ mode, at, is: 'way-in' as const, join: screen.join, good: screen.good })
  return page({ mode, at, is: 'shared' as const, shown: shownOn(screen, findStepOn(context.today), context) })
}

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => {
    const form = await args.request.formData()
    return form.has('join') ? joinAction(context, form) : residentAction(context, form, findStepOn(context.today))
  })

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:shared-session.title')

export default function Route(): JSX.Element {
  const [data, actionData] = [useLoaderData<typeof loader>(), useActionData<typeof action>()]
  if (data.is === 'over') return <OverPage {...data} />
  if (data.is === 'way-in') return <JoinPage {...data} />
  const { shown: carried, ...again } = actionData ?? {}
  return <SharedSessionPage {...data} {...again} carried={carried} />
}
