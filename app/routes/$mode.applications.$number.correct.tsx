import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctionAction, correctionLoader } from '#app/features/application/correction.server.ts'
import { CorrectionPage } from '#app/features/application/correction-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => correctionLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, async (context) => correctionAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'application:correct.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <CorrectionPage errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
