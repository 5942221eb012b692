import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { submitAction, submitLoader } from '#app/features/application/submit.server.ts'
import { SubmitPage, titleOfSubmit } from '#app/features/application/submit-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, submitLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => submitAction(context, await args.request.formData()))

export const meta: MetaFunction<typeof loader> = ({ params, data }) => headOf(modeOf(params), titleOfSubmit(data?.consents ?? []))

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <SubmitPage agreed={[]} errors={[]} differences={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
