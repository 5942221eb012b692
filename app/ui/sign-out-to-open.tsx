import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from './bilingual-text.tsx'

/** The button that signs out at the desk, on its way to a folder of one's own. */
export const signOutButton = 'sign-out'

type Props = {
  id: string
  mode: Mode
  /** What was typed for their folder, encrypted, and the mark of that folder; empty: nothing was, or it is not known here. */
  carried: string
  mark?: string
}

/** Signs out at the desk, and goes on to the staff member's own folder. */
export function SignOutToOpen({ id, mode, carried, mark = '' }: Props): JSX.Element {
  return (
    <form id={id} method="post" action={paths.openFolder(mode)} className="actions">
      {carried !== '' && <input type="hidden" name="kept" value={carried} />}
      {mark !== '' && <input type="hidden" name="mark" value={mark} />}
      <button type="submit" className="button second" name={signOutButton} value="yes">
        <Say k="common:sign-out.button" />
      </button>
    </form>
  )
}
