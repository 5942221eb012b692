import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import type { AfterEnding } from './after-ending.server.ts'
import { afterInput } from './choices.ts'

/** After an application was withdrawn or expired: applying for the same again, what is not handed in yet, and the others. */
export function AfterEndingPart({ mode, after }: { mode: Mode; after: AfterEnding }): JSX.Element {
  const { pick, isAgain, drafts, others } = after
  return (
    <>
      {pick !== null && <Again mode={mode} after={after} pick={pick} />}
      <nav className="links">
        {drafts > 0 && <IconLink href={paths.folder(mode)} icon="pencil" k="application:after.drafts" values={{ count: drafts }} />}
        {others > 0 && (
          <IconLink href={paths.applications(mode)} icon="file-text" k="application:after.others" values={{ count: others }} />
        )}
        {pick === null && !isAgain && <IconLink href={paths.apply(mode)} icon="plus" k="application:after.choose" />}
      </nav>
    </>
  )
}

/** Applies for the same, for the same member, in the same folder: what was filled in stands there. */
function Again({ mode, after, pick }: { mode: Mode; after: AfterEnding; pick: string }): JSX.Element {
  return (
    <form id="again" method="post" action={paths.apply(mode)}>
      <OfFolder folder={after.inFolder} />
      <input type="hidden" name="pick" value={pick} />
      <input type="hidden" name={afterInput} value={after.number} />
      <Say as="p" k="application:after.filled-in" />
      {after.ownFiles && <Say as="p" k="application:after.papers" />}
      <div className="actions">
        <button type="submit" className="button">
          <Say k="application:after.again" />
          <Icon name="arrow-right" />
        </button>
      </div>
    </form>
  )
}
