import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { counterfactualsAction, counterfactualsLoader } from '#app/features/self-check/counterfactuals.server.ts'
import { CounterfactualsPage } from '#app/features/self-check/counterfactuals-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, counterfactualsLoader)

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => counterfactualsAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'result:counterfactuals-title')

export default function Route(): JSX.Element {
  const { only, chosen, ...shown } = useLoaderData<typeof loader>()
  const { typed = chosen?.typed, errors = [], tried = null } = useActionData<typeof action>() ?? {}
  return <CounterfactualsPage {...shown} only={only} chosen={chosen && typed ? { ...chosen, typed } : null} errors={errors} tried={tried} />
}
