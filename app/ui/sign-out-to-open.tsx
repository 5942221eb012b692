import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from './bilingual-text.tsx'

/** The button that signs out at the desk, on its way to a folder of one's own. */
export const signOutButton = 'sign-out'

/** Signs out at the desk, and goes on to the staff member's own folder. `kept`: what was typed for it, encrypted; empty: nothing was. */
export function SignOutToOpen({ id, mode, kept }: { id: string; mode: Mode; kept: string }): JSX.Element {
  return (
    <form id={id} method="post" action={paths.openFolder(mode)} className="actions">
      {kept !== '' && <input type="hidden" name="kept" value={kept} />}
      <button type="submit" className="button second" name={signOutButton} value="yes">
        <Say k="common:sign-out.button" />
      </button>
    </form>
  )
}
