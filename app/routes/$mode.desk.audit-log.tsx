import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { auditAction, auditLogLoader } from '#app/features/audit-log/audit-log.server.ts'
import { AuditLogPage } from '#app/features/audit-log/audit-log-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, auditLogLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => auditAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'audit-log:title')

export default function Route(): JSX.Element {
  return <AuditLogPage head="" errors={[]} result={null} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
