import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isStop, page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { typedInSharedSession } from '#app/cases/shared-session.server.ts'
import { stepShown } from '#app/features/application/form-step.server.ts'
import { JoinPage, OverPage } from '#app/features/counter/pairing-pages.tsx'
import { forgotten, joinAction, rowsIn, screenAt, stepOf } from '#app/features/counter/resident-screen.server.ts'
import { SharedSessionPage } from '#app/features/counter/shared-session-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { inputName } from '#app/forms/inputs.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, showTogether)

/** The resident's own screen: the clerk's page, read from the same folder. */
async function showTogether(context: RequestContext) {
  const { mode, at } = context
  const screen = await screenAt(context)
  if (screen.is === 'over') return page({ mode, at, is: 'over' as const }, forgotten)
  if (screen.is === 'way-in') return page({ mode, at, is: 'way-in' as const, join: screen.join, good: screen.good })
  const { state, open } = screen
  const place = stepOf(state)
  const step = open && place ? shownStep(open, place, context) : null
  return page({
    ...{ mode, at, is: 'shared' as const },
    shown: {
      ...{ place: state.place, code: open?.code ?? null, focus: state.focus, confirmed: state.confirmed.includes(state.place) },
      step: step && {
        ...step,
        fields: step.fields.map((one) => ({ ...one, typed: typedInSharedSession(state, inputName(one.field), one.typed) })),
      },
      rows: open && state.place === 'apply/answers' ? rowsIn(open, context) : [],
      consents: state.place === 'apply/submit',
      filed: state.place.startsWith('applications') && (open?.applications.some(({ submittedAt }) => submittedAt !== null) ?? false),
    },
  })
}

/** A step no longer in the folder is not shown: the clerk is about to leave it. */
function shownStep(open: Parameters<typeof stepShown>[0], place: { block: string; subject: string }, { today }: RequestContext) {
  try {
    return stepShown(open, place, today)
  } catch (thrown) {
    if (isStop(thrown)) return null
    throw thrown
  }
}

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => joinAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:together.title')

export default function Route(): JSX.Element {
  const data = useLoaderData<typeof loader>()
  if (data.is === 'over') return <OverPage {...data} />
  return data.is === 'way-in' ? <JoinPage {...data} /> : <SharedSessionPage {...data} />
}
