import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PaperPage } from '#app/features/application/paper-page.tsx'
import { uploadAction, uploadLoader } from '#app/features/application/upload-actions.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { paperName } from '#app/i18n/stored-names.ts'
import { readMultipart } from '#app/server/multipart.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, (context) => uploadLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respond(args, (context) => uploadAction(context, () => readMultipart(args.request), args.params))

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  headOf(modeOf(params), data ? paperName(data.paper.textKey) : 'apply:papers.title')

export default function Route(): JSX.Element {
  return <PaperPage errors={[]} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
