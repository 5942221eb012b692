import type { Mode } from '#app/i18n/mode.ts'
import { type FolderReason, paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Page } from '#app/ui/page.tsx'
import { SignOutToOpen } from '#app/ui/sign-out-to-open.tsx'

type Props = {
  mode: Mode
  at: string
  why: FolderReason | null
  /** What was typed on a page of their own folder, encrypted; empty: nothing was. */
  carried: string
  mark: string
  /** Was it typed for somebody they helped, before their role or hall changed? */
  writtenByStaff: boolean
}

/** Staff who are signed in fill in no folder of their own: what was typed stays in the page until they have signed out. */
export function SignOutFirstPage({ mode, at, why, carried, mark, writtenByStaff }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['application']} switching={{ by: 'form', form: 'sign-out' }} script>
      <Say as="h1" k="application:open.title" />
      <p className="notice" role="status">
        <Say k={writtenByStaff ? 'application:open.written-by-staff' : 'common:sign-out.first'} />
      </p>
      {carried !== '' && !writtenByStaff && <Say as="p" k="application:open.carried-signed-in" />}
      {why === 'photos' && <Say as="p" k="application:open.photos-signed-in" />}
      <SignOutToOpen id="sign-out" {...{ mode, carried, mark }} />
      <IconLink href={paths.desk(mode)} icon="arrow-left" k="common:sign-out.desk" />
    </Page>
  )
}
