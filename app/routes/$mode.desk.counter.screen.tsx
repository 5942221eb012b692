import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { takeScreen } from '#app/features/counter/beginning.server.ts'
import { ScreenPage } from '#app/features/counter/counter-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { paths } from '#app/paths.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.counter(modeOf(params)), 303)

export const action = ({ request, params }: ActionFunctionArgs) => takeScreen(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:screen.title')

export default function Route(): JSX.Element | null {
  const shown = useActionData<typeof action>()
  return shown ? <ScreenPage {...shown} /> : null
}
