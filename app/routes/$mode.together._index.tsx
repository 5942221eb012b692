import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { typedTogether } from '#app/cases/together.server.ts'
import { stepShown } from '#app/features/application/filling.server.ts'
import { forgetScreen } from '#app/features/counter/joining.server.ts'
import { rowsIn, screenAt, stepOf, takeJoin } from '#app/features/counter/screen.server.ts'
import { JoinPage, OverPage } from '#app/features/counter/together-door-pages.tsx'
import { TogetherPage } from '#app/features/counter/together-page.tsx'
import { headOf, modeOf, today } from '#app/features/page-data.ts'
import { inputName } from '#app/forms/inputs.ts'

/** The resident's own screen: what the clerk's page shows, read from the same folder. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { mode, at, screen } = await screenAt(request, params)
  if (screen.is === 'over') {
    const headers = { 'Set-Cookie': forgetScreen(), 'Clear-Site-Data': '"cache", "storage"' }
    return json({ mode, at, is: 'over' as const }, { headers })
  }
  if (screen.is === 'way-in') return json({ mode, at, is: 'way-in' as const, join: screen.join, good: screen.good })
  const { state, open } = screen
  const place = stepOf(state)
  const step = open && place ? shownStep(open, place) : null
  return json({
    ...{ mode, at, is: 'together' as const },
    shown: {
      ...{ place: state.place, code: open?.code ?? null, focus: state.focus, confirmed: state.confirmed.includes(state.place) },
      step: step && {
        ...step,
        fields: step.fields.map((one) => ({ ...one, typed: typedTogether(state, inputName(one.field), one.typed) })),
      },
      rows: open && state.place === 'apply/answers' ? rowsIn(open) : [],
      consents: state.place === 'apply/submit',
      filed: state.place.startsWith('applications') && (open?.applications.some(({ submittedAt }) => submittedAt !== null) ?? false),
    },
  })
}

/** A step the folder has no more is no step: the clerk is about to go on. */
function shownStep(open: Parameters<typeof stepShown>[0], place: { block: string; subject: string }) {
  try {
    return stepShown(open, place, today())
  } catch (thrown) {
    if (thrown instanceof Response) return null
    throw thrown
  }
}

export const action = ({ request, params }: ActionFunctionArgs) => takeJoin(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:together.title')

export default function Route(): JSX.Element {
  const data = useLoaderData<typeof loader>()
  if (data.is === 'over') return <OverPage {...data} />
  return data.is === 'way-in' ? <JoinPage {...data} /> : <TogetherPage {...data} />
}
