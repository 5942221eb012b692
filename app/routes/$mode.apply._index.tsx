import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConsentPage } from '#app/features/application/consent-page.tsx'
import { startAction, startLoader } from '#app/features/application/create-draft.server.ts'
import { StartPage } from '#app/features/application/start-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { checkOf } from '#app/features/self-check/check-cookie.server.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => startLoader(context, checkOf(context)))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => startAction(context, await args.request.formData(), checkOf(context)))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), data?.folder == null ? 'apply:title' : 'apply:start.add-title', undefined, 'apply:intake')

export default function Route(): JSX.Element {
  const actionData = useActionData<typeof action>()
  const shown = { given: [], language: '', after: null, errors: [], ...useLoaderData<typeof loader>(), ...actionData }
  return actionData?.consent ? <ConsentPage {...shown} consent={actionData.consent} /> : <StartPage {...shown} />
}
