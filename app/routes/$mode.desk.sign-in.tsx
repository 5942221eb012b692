import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signInAction, signInLoader } from '#app/features/account/sign-in.server.ts'
import { SignInPage } from '#app/features/account/sign-in-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, signInLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => signInAction(context, await args.request.formData()))

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'account:sign-in.title')

export default function Route(): JSX.Element {
  const nothing = { login: '', practice: false, carried: '', carriedFor: '', again: null, errors: [] }
  return <SignInPage {...nothing} {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
