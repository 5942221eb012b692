import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { carryFolderForm, type ResumedFolderForm, resumedFolderForm } from '#app/features/account/resumed-form.server.ts'
import { ResumedFormPost } from '#app/features/account/resumed-form.tsx'
import { CounterPage } from '#app/features/counter/counter-page.tsx'
import { counterLoader, startAssistedSessionAction } from '#app/features/counter/start-assisted-session.server.ts'
import { headOf, modeOf } from '#app/features/page-data.ts'
import { withCamera } from '#app/server/headers.ts'
import { respondAtDesk } from '#app/server/response.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'

export const loader = (args: LoaderFunctionArgs) => respondAtDesk(args, counterLoader)

export const action = (args: ActionFunctionArgs) =>
  respondAtDesk(args, async (context) =>
    startAssistedSessionAction(context, await args.request.formData(), {
      keep: (form) => carryFolderForm(context.mode, context.query.get('to'), form),
      back: (folderId, carried) => resumedFolderForm(context, folderId, carried),
    }),
  )

export const headers = withCamera

export const meta: MetaFunction = ({ params }) => headOf(modeOf(params), 'counter:title')

export default function Route(): JSX.Element {
  const [shown, actionData] = [useLoaderData<typeof loader>(), useActionData<typeof action>()]
  const { again } = (actionData ?? {}) as { again?: ResumedFolderForm }
  if (!again) return <CounterPage errors={[]} {...shown} {...actionData} />
  return (
    <DeskPage mode={shown.mode} at={shown.at} staff={shown.staff} texts={['counter', 'account']} script>
      <Say as="h1" k="counter:title" />
      <ResumedFormPost {...again} />
    </DeskPage>
  )
}
