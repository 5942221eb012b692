import type { Difference } from '#app/cases/differences.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'
import { LanguageChoice } from './language-choice.tsx'

type Props = {
  mode: Mode
  at: string
  inFolder: string
  version: string
  language: string
  errors: readonly FieldError[]
  /** What somebody else chose since the page was opened. */
  differences: readonly Difference[]
}

/** Changes the language the people of a folder are written to in. */
export function FolderLanguagePage({ mode, at, inFolder, version, language, errors, differences }: Props): JSX.Element {
  return (
    <Page
      {...{ mode, at }}
      texts={['apply', 'application', ...(differences.length > 0 ? ['conflict'] : [])]}
      switching={{ by: 'form', form: 'language-form' }}
      back={{ href: paths.applications(mode), k: 'apply:back-to-folder' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Conflict form="language-form" now={paths.folderLanguage(mode)} differences={differences} />
      <Say as="h1" k="apply:language.title" />
      <form id="language-form" method="post" action={paths.folderLanguage(mode)} noValidate>
        <OpenedAt version={version} folder={inFolder} />
        <LanguageChoice label="apply:language.which" chosen={language} error={errors.find(({ field }) => field === 'language')} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="apply:language.save" />
          </button>
        </div>
      </form>
    </Page>
  )
}

/** Which language the people of a folder are written to in, and the way to change it. */
export function FolderLanguage({ mode, language }: { mode: Mode; language: Mode }): JSX.Element {
  return (
    <p className="quiet">
      <Say k="apply:language.now" /> <Say as="strong" k={`apply:language.options.${language}`} />{' '}
      <a className="text-link" href={paths.folderLanguage(mode)}>
        <Say k="apply:language.change" />
      </a>
    </p>
  )
}
