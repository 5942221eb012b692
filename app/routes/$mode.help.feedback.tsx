import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeFeedback } from '#app/features/feedback/feedback.server.ts'
import { FeedbackPage } from '#app/features/feedback/feedback-page.tsx'
import { headOf, modeOf, placeOf } from '#app/features/page-data.ts'
import { switchMode } from '#app/features/switch-mode.server.ts'
import { safePath } from '#app/i18n/chosen-mode.server.ts'
import { paths } from '#app/paths.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  return json({ mode: modeOf(params), at: placeOf(request), page: safePath(query.get('page')) ?? '', thanks: query.has('thanks') })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const mode = modeOf(params)
  const form = await request.formData()
  switchMode(form, request, mode)
  const page = safePath(new URL(request.url).searchParams.get('page')) ?? ''
  const taken = await takeFeedback(form, mode, page, new Date())
  if (taken.errors.length > 0) return json(taken, { status: 422 })
  return form.has('switch-to') ? json(taken) : redirect(`${paths.feedback(mode)}?thanks`, 303)
}

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'feedback:title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>() ?? { kind: '', message: '', errors: [] }
  return <FeedbackPage {...useLoaderData<typeof loader>()} {...typed} />
}
