import type { TypedLine } from '#app/cases/typed-lines.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import { countyName, nameIn } from '#app/i18n/stored-names.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'

/** What became of a form of the desk that was not taken since what it belongs to is not there for whoever sent it. */
export type NotSaved = {
  /** They have another role or hall since then. */
  readonly post: { readonly role: StaffRole; readonly hall: InEvery<string> | null; readonly at: string } | null
  /** The case went from their place to another. */
  readonly moved: { readonly county: string; readonly at: string } | null
  /** What was typed, in words, to be copied. */
  readonly typed: readonly TypedLine[]
  /** Everything that was posted, to be shown again in another language. */
  readonly fields: readonly (readonly [string, string])[]
}

/** The form that carries what was typed through a switch of the language. */
export const notSavedForm = 'not-saved'

/** What changed meanwhile, and what was typed, to be copied. */
export function NotSavedPart({ post, moved, typed, fields }: NotSaved): JSX.Element {
  return (
    <>
      {post && (
        <p className="notice">
          <Say
            k="errors:not-saved.post"
            values={(language) => ({ at: formatMoment(language, post.at), role: text(language, `desk:role.${post.role}`) })}
          />{' '}
          {post.hall && <BilingualText text={post.hall} />}
        </p>
      )}
      {moved && (
        <p className="notice">
          <Say
            k="errors:not-saved.moved"
            values={(language) => ({ at: formatMoment(language, moved.at), county: nameIn(language, countyName(moved.county)) })}
          />
        </p>
      )}
      <form id={notSavedForm} method="post">
        <HiddenFields fields={fields} />
      </form>
      {typed.length > 0 && (
        <section aria-labelledby="typed">
          <Say as="h2" id="typed" k="errors:not-saved.typed" />
          <Say as="p" k="desk:unsent" />
          <dl className="table-of-facts">
            {typed.map(({ id, label, typed }) => (
              <div key={id}>
                <dt>
                  <BilingualText text={label} />
                </dt>
                <dd className="free-text">
                  <BilingualText text={typed} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
