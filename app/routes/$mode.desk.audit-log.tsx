import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { auditAction, auditLogLoader } from '#app/features/audit-log/audit-log.server.ts'
import { AuditLogPage } from '#app/features/audit-log/audit-log-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { answerAtDesk } from '#app/server/answer.ts'

export const loader = (args: LoaderFunctionArgs) => answerAtDesk(args, auditLogLoader)

export const action = (args: ActionFunctionArgs) =>
  answerAtDesk(args, async (context) => auditAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'record:title')

export default function Route(): JSX.Element {
  return <AuditLogPage head="" errors={[]} came={null} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
