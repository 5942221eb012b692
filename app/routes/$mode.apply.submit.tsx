import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitPage } from '#app/features/application/submit-pages.tsx'
import { showSubmit, takeSubmit } from '#app/features/application/submitting.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, showSubmit)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => takeSubmit(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:submit.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <SubmitPage agreed={[]} errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
