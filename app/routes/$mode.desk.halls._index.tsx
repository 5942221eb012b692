import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inEvery } from '#app/domain/language.ts'
import { HallsPage } from '#app/features/administration/hall-pages.tsx'
import { hallsAction, hallsLoader } from '#app/features/administration/halls.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, hallsLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => hallsAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:halls.title')

export default function Route(): JSX.Element {
  return (
    <HallsPage
      typed={{ place: '', ...inEvery(() => ''), secondFactor: false }}
      errors={[]}
      {...useLoaderData<typeof loader>()}
      {...useActionData<typeof action>()}
    />
  )
}
