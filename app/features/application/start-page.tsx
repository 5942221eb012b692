import type { Receivers } from '#app/domain/hall.ts'
import { onceInput } from '#app/domain/staff.ts'
import { checkInput } from '#app/forms/other-check.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { landStandsAt } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { WrittenBy } from '#app/ui/desk-form.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { afterInput, lastInput, type ServiceChoice } from './choices.ts'
import { LanguageChoice } from './language-choice.tsx'
import { isTooYoung, NameAdultLink } from './name-adult-link.tsx'
import { ForWhom, Who } from './start-people.tsx'
import { StartServices } from './start-services.tsx'

export type StartProps = {
  mode: Mode
  at: string
  days: number
  /** What makes a form that is sent twice start one folder. */
  once: string
  /** Which self-check it begins with. */
  check: string
  /** The open folder that is added to, and the last application in it; null: one is started. */
  folder: string | null
  last: number | null
  /** The application that ended, where the same is applied for again. */
  after: number | null
  /** The county one named, where no hall receives what is handed in for it. */
  unreceived: Receivers | null
  picks: readonly ServiceChoice[]
  /** Does the household list anybody; is one of them of age, or may be; and those who may apply. */
  isListed: boolean
  hasAdult: boolean
  people: readonly { id: string; name: string }[]
  picked: readonly string[]
  /** What was chosen by itself on the page one comes from. */
  meant: readonly string[]
  given: readonly string[]
  who: string
  /** Is the language the resident reads asked for, because a clerk begins? */
  asksLanguage: boolean
  language: string
  errors: readonly FieldError[]
}

/** One adds to a folder from it, begins one from the result, or without a check from the first page. */
function backFrom({ mode, folder, isListed }: Pick<StartProps, 'mode' | 'folder' | 'isListed'>) {
  if (folder !== null) return { href: paths.applications(mode), k: 'apply:back-to-folder' }
  return isListed ? { href: paths.result(mode), k: 'result:back-to-result' } : { href: paths.home(mode), k: 'common:nav.home' }
}

/** Chooses services, whom they are for, and who applies. What is agreed to, and the PIN, come next: nothing is stored before. */
export function StartPage(props: StartProps): JSX.Element {
  const { mode, at, days, folder, picks, people, hasAdult, isListed, picked, given, who, unreceived, errors } = props
  const adding = folder !== null
  const errorAt = (field: string) => errors.find((error) => error.field === field)
  return (
    <Page
      {...{ mode, at }}
      texts={['apply', 'forms', 'result', 'verdicts']}
      switching={{ by: 'form', form: 'start' }}
      back={backFrom(props)}
      script
    >
      <ErrorSummary errors={errors} />
      {adding && errors.some(isTooYoung) && <NameAdultLink mode={mode} />}
      <Say as="h1" k={adding ? 'apply:start.add-title' : 'apply:title'} />
      {unreceived ? <ReceivedBy receivers={unreceived} /> : <Say as="p" className="lead" k="apply:intake" />}
      <Say as="p" k="apply:paper-way" />
      {!adding && (
        <p>
          <IconLink href={paths.openFolder(mode)} icon="bookmark" k="apply:start.have-code" />
        </p>
      )}
      {!isListed && (
        <p>
          <IconLink href={paths.check(mode)} icon="circle-help" k="apply:start.no-check" />
        </p>
      )}
      <form id="start" method="post" action={paths.apply(mode)} noValidate>
        <OfWhat {...props} />
        <StartServices picks={picks} picked={picked} meant={props.meant} error={errorAt('pick')} />
        {!isListed && <ForWhom given={given} error={errorAt('for')} />}
        {landStandsAt(...picks.map(({ service }) => service)) && <LandPromise />}
        {!adding && isListed && <Who {...{ people, hasAdult, who }} error={errorAt('who')} />}
        {props.asksLanguage && <LanguageChoice label="apply:language.ask" chosen={props.language} error={errorAt('language')} />}
        <div className="actions">
          <button type="submit" className="button">
            <Say k={adding ? 'apply:start.add-button' : 'apply:start.next'} />
            <Icon name="arrow-right" />
          </button>
        </div>
      </form>
      <Say as="p" className="quiet" k="apply:stored-days" values={{ days }} />
    </Page>
  )
}

/** What a form of choices says besides them: which folder it adds to, or what begins one folder however often it is sent. */
export function OfWhat({
  folder,
  last,
  after,
  once,
  check,
}: Pick<StartProps, 'folder' | 'last' | 'after' | 'once' | 'check'>): JSX.Element {
  if (folder !== null)
    return (
      <>
        <OfFolder folder={folder} />
        {last !== null && <input type="hidden" name={lastInput} value={last} />}
        {after !== null && <input type="hidden" name={afterInput} value={after} />}
      </>
    )
  return (
    <>
      <WrittenBy />
      <input type="hidden" name={onceInput} value={once} />
      <input type="hidden" name={checkInput} value={check} />
    </>
  )
}
