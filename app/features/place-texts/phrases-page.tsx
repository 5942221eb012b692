import { languages } from '#app/domain/language.ts'
import { isPhraseKind, type OwnPhrase, phraseKinds } from '#app/domain/phrase.ts'
import { onceInput, type Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { nameIn, placeName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { describedBy, Labelled, Notice } from '#app/ui/account-fields.tsx'
import { AnnouncementText } from '#app/ui/announcements.tsx'
import { InModes, Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import type { TypedPhrase } from './phrases.server.ts'
import { TextBox } from './text-box.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  place: string
  own: readonly OwnPhrase[]
  above: readonly OwnPhrase[]
  changed: boolean
  once: string
  typed: TypedPhrase | null
  errors: readonly FieldError[]
}

/** The phrase book of a hall or the province: its sentences, each to be changed or left, and a form for another one. */
export function PhrasesPage({ mode, at, staff, place, own, above, changed, once, errors, typed }: Props): JSX.Element {
  const isNew = typed === null || typed.id === ''
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['place-texts', 'places']} switching={{ by: 'form', form: 'add' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="place-texts:phrases.title" />
      <InModes as="p" className="lead">
        {(language) => nameIn(language, placeName(place))}
      </InModes>
      {changed && errors.length === 0 && <Notice k="place-texts:changed" />}
      <Say as="p" k="place-texts:phrases.lead" />
      {own.length === 0 && <Say as="p" k="place-texts:phrases.none" />}
      {own.map((one) => (
        <Change
          key={one.id}
          mode={mode}
          one={one}
          typed={typed?.id === one.id ? typed : null}
          errors={typed?.id === one.id ? errors : []}
        />
      ))}
      {above.length > 0 && <Say as="h2" k="place-texts:phrases.above" />}
      {above.map((one) => (
        <div key={one.id} className="card">
          <KindOf one={one} />
          <AnnouncementText of={one} />
        </div>
      ))}
      <Say as="h2" k="place-texts:phrases.add" />
      <DeskForm id="add" action={paths.deskPhrases(mode)} noValidate className="card">
        <input type="hidden" name={onceInput} value={once} />
        <Kind chosen={isNew ? (typed?.kind ?? '') : ''} errors={isNew ? errors : []} />
        {languages.map((language) => (
          <TextBox
            key={language}
            {...{ id: language, label: `place-texts:${language}`, value: (isNew && typed?.text[language]) || '' }}
            errors={isNew ? errors : []}
          />
        ))}
        <div className="actions">
          <button type="submit" className="button">
            <Say k="place-texts:phrases.button" />
          </button>
        </div>
      </DeskForm>
    </DeskPage>
  )
}

function Kind({ chosen, errors }: { chosen: string; errors: readonly FieldError[] }): JSX.Element {
  const plain = usePlain()
  const props = { id: 'kind', label: 'place-texts:kind', errors }
  return (
    <Labelled {...props}>
      <select id="kind" name="kind" defaultValue={chosen} aria-describedby={describedBy(props)}>
        {phraseKinds.map((one) => (
          <option key={one} value={one}>
            {plain(`place-texts:kinds.${one}`)}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type ChangeProps = { mode: Mode; one: OwnPhrase; typed: TypedPhrase | null; errors: readonly FieldError[] }

/** One sentence, in a form that changes it. */
function Change({ mode, one, typed, errors }: ChangeProps): JSX.Element {
  return (
    <DeskForm id={`phrase-${one.id}`} action={paths.deskPhrases(mode)} noValidate className="card">
      <input type="hidden" name="id" value={one.id} />
      <input type="hidden" name="version" value={one.version} />
      <KindOf one={one} />
      {languages.map((language) => (
        <label key={language} className="field">
          <Say k={`place-texts:${language}`} />
          <textarea
            {...{ name: language, rows: 2, maxLength: 2000, defaultValue: typed?.text[language] ?? one.text[language] }}
            aria-invalid={errors.some(({ field }) => field === language) || undefined}
          />
        </label>
      ))}
      <div className="actions">
        <button type="submit" className="button second">
          <Say k="place-texts:phrases.save" />
        </button>
        <button type="submit" name="leave" value="yes" className="plain-button">
          <Say k="place-texts:phrases.leave" />
        </button>
      </div>
    </DeskForm>
  )
}

/** What a sentence is said of; of a damaged row, which it is. */
function KindOf({ one: { id, kind } }: { one: OwnPhrase }): JSX.Element {
  return (
    <p className="quiet">{isPhraseKind(kind) ? <Say k={`place-texts:kinds.${kind}`} /> : <UnreadableRow table="own_phrases" id={id} />}</p>
  )
}
