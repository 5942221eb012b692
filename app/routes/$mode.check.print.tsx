import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { printAction, printLoader } from '#app/features/self-check/print.server.ts'
import { PrintPage } from '#app/features/self-check/print-page.tsx'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, printLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => printAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'result:sheet.title')

export default function Route(): JSX.Element {
  const loaded = useLoaderData<typeof loader>()
  const { only, ...shown } = useActionData<typeof action>() ?? loaded
  return <PrintPage {...shown} only={only} />
}
