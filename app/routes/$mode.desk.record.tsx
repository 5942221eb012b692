import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { showRecord, takeAudit } from '#app/features/record/record.server.ts'
import { RecordPage } from '#app/features/record/record-page.tsx'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, showRecord)

export const action = (args: ActionFunctionArgs) => answerAtDesk(args, async (context) => takeAudit(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'record:title')

export default function Route(): JSX.Element {
  return <RecordPage head="" errors={[]} came={null} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
