import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RatingPage } from '#app/features/desk/rating-page.tsx'
import { ratingAction, ratingLoader } from '#app/features/desk/ratings.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respondAtDesk } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, (context) => ratingLoader(context, args.params))

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) => ratingAction(context, await args.request.formData(), args.params))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'ratings:one')

export default function Route(): JSX.Element {
  return <RatingPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
