import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { page } from '#app/access/outcome.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { otherCheckAction, otherCheckLoader } from '#app/features/self-check/other-check.server.ts'
import { OtherCheckPage } from '#app/features/self-check/other-check-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => otherCheckLoader(context) ?? page(null))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => otherCheckAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params, location }) =>
  headOf(modeOf(params), `check:${location.search.includes('why=removed') ? 'removed' : 'other'}.title`)

export default function Route(): JSX.Element | null {
  const shown = useActionData<typeof action>()
  return shown ? <OtherCheckPage {...shown} /> : null
}
