import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { showStep, takeStep } from '#app/features/application/filling.server.ts'
import { StepPage } from '#app/features/application/step-page.tsx'
import { headOf, modeOf } from '#app/features/page-data.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => showStep(request, params)

export const action = ({ request, params }: ActionFunctionArgs) => takeStep(request, params)

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'apply:folder.title')

export default function Route(): JSX.Element {
  const typed = useActionData<typeof action>()
  return <StepPage errors={[]} {...useLoaderData<typeof loader>()} {...typed} />
}
