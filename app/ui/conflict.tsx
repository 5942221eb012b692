import type { InEvery } from '#app/domain/language.ts'
import { Say } from './bilingual-text.tsx'
import { WrittenBy } from './desk-form.tsx'
import { wrongClass } from './document-title.ts'
import { Icon } from './icon.tsx'
import { BilingualText } from './stored-text.tsx'

/**
 * What became of a form: what was `typed` is not saved, what was to be done (`act`) is not done, what was to be handed in (`submit`)
 * reads otherwise than it was read. Or it is too late: it was handed in already (`done`), the application was `removed` or `withdrawn`,
 * the hall went on with it (`resumed`), also after it was withdrawn (`taken-up-again`), or ended it (`ended`), or asks for something else
 * by now (`asked-anew`), nothing asks for what was typed any more (`unasked`), or the same was done elsewhere (`withdrawn-already`, `rated`), nothing can be asked any more (`asked-late`), or only once the hall has
 * answered (`asked-enough`). On the
 * resident's screen: the clerk typed the same field (`both`), or has left the page (`left`).
 */
export type ConflictKind =
  | 'typed'
  | 'act'
  | 'submit'
  | 'done'
  | 'removed'
  | 'withdrawn'
  | 'resumed'
  | 'taken-up-again'
  | 'ended'
  | 'asked-anew'
  | 'unasked'
  | 'withdrawn-already'
  | 'rated'
  | 'asked-enough'
  | 'asked-late'
  | 'both'
  | 'left'
  | 'answered'

/** The button of a form that keeps what was typed elsewhere in these fields, and the rest of the form as it is. */
export const keepOther = 'keep-other'

type Props = {
  kind?: ConflictKind
  /** The id of the form with what was typed: it saves over the present values. Null where that is not possible any more. */
  form: string | null
  /** The button of that form, where it has several. */
  enter?: { readonly name: string; readonly value: string }
  /** The path that leaves the present values. */
  now: string
  /** The path to apply anew, where nothing can be done with this one any more. */
  anew?: string | undefined
  /** What something was to be done to, where that is one thing. */
  about?: InEvery<string> | null | undefined
  /** Is this all the page says? Then it has no title above it. */
  alone?: boolean
  /** The fields that differ; null: empty. */
  differences: readonly {
    readonly id: string
    readonly label: InEvery<string>
    readonly now: InEvery<string> | null
    readonly typed: InEvery<string> | null
  }[]
}

/** Something else was saved since a form was opened: shows both values of each field, and a way to save either. Takes the focus. */
export function Conflict({ kind = 'typed', form, enter, now, anew, about, alone = false, differences }: Props): JSX.Element | null {
  if (differences.length === 0) return null
  const say = (word: string) => `conflict:${kind === 'typed' ? '' : `${kind}.`}${word}`
  const Title = alone ? 'h1' : 'h2'
  // What was typed is compared line by line. What is to be done, to all of it, is said once, and the choice comes before the lines.
  const isAct = kind === 'act'
  const list = (
    <ul className="plain-list">
      {differences.map(({ id, label, ...texts }) => (
        <li key={id} className="card">
          <strong>
            <BilingualText text={label} />
          </strong>
          <dl className="table-of-facts">
            {(isAct ? (['now'] as const) : (['now', 'typed'] as const)).map((which) => (
              <div key={which}>
                <dt>
                  <Say k={say(which)} />
                </dt>
                <dd>{texts[which] ? <BilingualText text={texts[which]} /> : <Say className="quiet" k="conflict:empty" />}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
  const lead = <Say as="p" k={say('lead')} />
  const toDo = isAct ? differences[0]?.typed : null
  // Texts written with it (why something is withdrawn) are theirs to copy, also where it cannot be done any more.
  const own = isAct ? differences.filter(({ typed }) => typed !== null && JSON.stringify(typed) !== JSON.stringify(toDo)) : []
  return (
    // biome-ignore lint/a11y/noAutofocus: what became of what was typed must be read first
    <div className={wrongClass} role="alert" tabIndex={-1} autoFocus id="conflict" aria-labelledby="conflict-title">
      <Title id="conflict-title">
        <Icon name="triangle-alert" />
        <Say k={say('title')} />
      </Title>
      {!isAct && lead}
      {!isAct && list}
      {toDo && (
        <p>
          <strong>
            <BilingualText text={toDo} />
          </strong>{' '}
          {about && <BilingualText text={about} />}
        </p>
      )}
      {own.map(({ id, label, typed }) => (
        <p key={id}>
          <BilingualText text={label} /> {typed && <BilingualText text={typed} />}
        </p>
      ))}
      <div className="actions">
        {form !== null && (
          <button type="submit" form={form} {...enter} className="button">
            <Say k={say('keep-typed')} />
          </button>
        )}
        {kind === 'answered' && form !== null ? (
          <button type="submit" form={form} name={keepOther} value={differences.map(({ id }) => id).join(' ')} className="button second">
            <Say k={say('keep-now')} />
          </button>
        ) : (
          <a className="button second" href={now}>
            <Say k={say('keep-now')} />
          </a>
        )}
        {anew !== undefined && (
          <a className="button second" href={anew}>
            <Say k={say('anew')} />
          </a>
        )}
      </div>
      {form !== null && kind === 'typed' && <Say as="p" k="conflict:or-change" />}
      {isAct && lead}
      {isAct && (
        <details>
          <summary>
            <Say k={say('further')} values={{ count: differences.length }} />
          </summary>
          {list}
        </details>
      )}
    </div>
  )
}

/** The version a form was opened at, sent with it: saving over a newer one is refused and shown. */
export function OpenedAt({ version, folder }: { version: string; folder?: string }): JSX.Element {
  return (
    <>
      {folder !== undefined && <OfFolder folder={folder} />}
      <input type="hidden" name="version" value={version} />
    </>
  )
}

/**
 * Which folder a form was opened in, and by which clerk, sent with it: what was typed for one is never saved in another, nor in the name of
 * somebody else.
 */
export function OfFolder({ folder }: { folder: string }): JSX.Element {
  return (
    <>
      <input type="hidden" name="folder" value={folder} />
      <WrittenBy />
    </>
  )
}
