import type { NamedOptions } from '#app/domain/fields/field.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Values } from '#app/i18n/messages.ts'
import { nameIn, optionName } from '#app/i18n/stored-names.ts'
import { Say, Typed } from './bilingual-text.tsx'
import { wrongClass } from './document-title.ts'
import { Icon } from './icon.tsx'
import { MemberName } from './member-name.tsx'

/**
 * One error: the key of its text, its field, and the part of it where that is not the first input, values of the
 * text, and the file it is about.
 */
export type FieldError = {
  readonly key: string
  readonly field: string
  readonly at?: string
  readonly values?: Readonly<Record<string, string | number>>
  /** Values of the text that differ in each language. */
  readonly texts?: Readonly<Record<string, InEvery<string>>>
  /** The options its text names, and the key their own texts stand under. */
  readonly named?: NamedOptions
  readonly file?: string
  /** The key of what its field is called: it stands before a sentence that is said of several fields. */
  readonly label?: string
  /** Whom it is about, on a page that asks the same of several. */
  readonly person?: string
}

/** The values of an error's text, in a language. */
function valuesOf({ values, texts = {}, named }: FieldError): Values {
  const inBoth = Object.entries(texts)
  return (language) => ({
    ...values,
    ...Object.fromEntries(inBoth.map(([name, both]) => [name, both[language]])),
    ...(named ? { options: named.options.map((option) => `“${nameIn(language, optionName(named.at, option))}”`).join('') } : {}),
  })
}

type SummaryProps = {
  errors: readonly FieldError[]
  /** The key of the title, where there is nothing to mend. */
  title?: string
}

/** The errors, at the top of the page; takes the focus, each line links to its field. */
export function ErrorSummary({ errors, title = 'errors:summary' }: SummaryProps): JSX.Element | null {
  if (errors.length === 0) return null
  const isRepeated = ({ key, person }: FieldError) => errors.filter((one) => one.key === key && one.person === person).length > 1
  return (
    // biome-ignore lint/a11y/noAutofocus: the summary of what to mend must be read first
    <div className={wrongClass} role="alert" tabIndex={-1} autoFocus id="errors" aria-labelledby="errors-title">
      <h2 id="errors-title">
        <Icon name="triangle-alert" />
        <Say k={title} />
      </h2>
      <ul className="plain-list">
        {errors.map((error) => (
          <li key={error.key + error.field + error.file}>
            <a href={`#${error.at === undefined ? error.field : `${error.field}-${error.at}`}`}>
              <About error={error} />
              {error.label !== undefined && isRepeated(error) && (
                <strong>
                  <Say k={error.label} />{' '}
                </strong>
              )}
              <Say k={error.key} values={valuesOf(error)} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What an error is about, before its text: whom, and which file. */
function About({ error: { person, file } }: { error: FieldError }): JSX.Element {
  return (
    <>
      {person !== undefined && (
        <strong>
          <MemberName name={person} />{' '}
        </strong>
      )}
      {file && <Typed>{`${file} `}</Typed>}
    </>
  )
}

/** The same text beside its field. */
export function FieldMessage({ id, error }: { id: string; error: FieldError | undefined }): JSX.Element | null {
  if (!error) return null
  return (
    <p className="field-error" id={id}>
      <Icon name="triangle-alert" />
      <span>
        <About error={error} />
        <Say k={error.key} values={valuesOf(error)} />
      </span>
    </p>
  )
}
