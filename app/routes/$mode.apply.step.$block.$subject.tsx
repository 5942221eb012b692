import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stepAction, stepLoader } from '#app/features/application/form-step.server.ts'
import { GoneStepPage } from '#app/features/application/gone-step-page.tsx'
import { StepPage } from '#app/features/application/step-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { stepName } from '#app/i18n/stored-names.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => stepLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => stepAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), data ? stepName(data.block, data.service) : 'apply:folder.title')

export default function Route(): JSX.Element | null {
  const [shown, actionData] = [useLoaderData<typeof loader>(), useActionData<typeof action>()]
  if (actionData && 'gone' in actionData) return <GoneStepPage {...actionData.gone} />
  return shown && <StepPage {...shown} {...actionData} />
}
