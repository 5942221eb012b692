import type { TypedLine } from '#app/cases/typed-lines.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { wrongClass } from '#app/ui/document-title.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'

type Props = {
  mode: Mode
  at: string
  /** Is it of another check, or of somebody removed from this one? */
  why: 'other' | 'removed'
  /** Is another check under way? */
  underWay: boolean
  typed: readonly TypedLine[]
  /** Everything that was posted, to be shown again in another language. */
  fields: readonly (readonly [string, string])[]
}

/** What was typed on a page of a check that is under way no more, to be copied, and the way to the one that is. */
export function OtherCheckPage({ mode, at, why, underWay, typed, fields }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['check', 'questions']} switching={{ by: 'form', form: 'other' }}>
      <div className={wrongClass} role="alert">
        <h1 className="small">
          <Icon name="triangle-alert" />
          <Say k={`check:${why}.title`} />
        </h1>
        <Say as="p" k={`check:${why}.lead`} />
      </div>
      <form id="other" method="post" action={at}>
        <HiddenFields fields={fields} />
      </form>
      {typed.length > 0 && (
        <dl className="table-of-facts" id="typed">
          {typed.map(({ id, label, typed }) => (
            <div key={id}>
              <dt>
                <BilingualText text={label} />
              </dt>
              <dd>
                <BilingualText text={typed} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <a className="button" href={why === 'removed' ? paths.members(mode) : paths.check(mode)}>
          <Say k={why === 'removed' ? 'check:removed.list' : underWay ? 'check:instead.keep' : 'check:start'} />
          <Icon name="arrow-right" />
        </a>
      </p>
    </Page>
  )
}
