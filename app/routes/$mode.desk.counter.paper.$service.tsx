import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperFormLoader } from '#app/features/counter/paper-form.server.ts'
import { PaperFormPage } from '#app/features/counter/paper-form-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => paperFormLoader(context, args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), serviceName(params.service ?? ''))

export default function Route(): JSX.Element {
  return <PaperFormPage {...useLoaderData<typeof loader>()} />
}
