import { type Announcement, announcementAudiences, isAudience, isShownOn } from '#app/domain/announcement.ts'
import type { Day } from '#app/domain/day.ts'
import { inEvery, languages, sourceLanguage } from '#app/domain/language.ts'
import { onceInput, type Staff } from '#app/domain/staff.ts'
import { formatDay } from '#app/i18n/format.ts'
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
import type { TypedAnnouncement } from './announcements.server.ts'
import { TextBox } from './text-box.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  place: string
  today: Day
  all: readonly Announcement[]
  changed: boolean
  once: string
  typed: TypedAnnouncement | null
  errors: readonly FieldError[]
}

/** What a hall or the province tells residents and staff, and a form for another announcement. */
export function AnnouncementsPage({ mode, at, staff, place, today, all, changed, once, errors, ...props }: Props): JSX.Element {
  const typed = props.typed ?? { audience: 'everybody', from: today, until: '', text: inEvery(() => '') }
  const plain = usePlain()
  const ofAudience = { id: 'audience', label: 'place-texts:audience', errors }
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['place-texts', 'places']} switching={{ by: 'form', form: 'add' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="place-texts:announcements.title" />
      <InModes as="p" className="lead">
        {(language) => nameIn(language, placeName(place))}
      </InModes>
      {changed && errors.length === 0 && <Notice k="place-texts:changed" />}
      {all.length === 0 && <Say as="p" k="place-texts:announcements.none" />}
      {all.map((one) => (
        <DeskForm key={one.id} id={`end-${one.id}`} action={paths.deskAnnouncements(mode)} className="card">
          <AnnouncementText of={one} />
          <p className="quiet">
            {isAudience(one.audience) ? (
              <Say k={`place-texts:audiences.${one.audience}`} />
            ) : (
              <UnreadableRow table="announcements" id={one.id} />
            )}{' '}
            <Say k="place-texts:shown" values={(language) => daysIn(language, one)} />
          </p>
          {one.ended || one.until < today ? (
            <Say as="p" className="quiet" k="place-texts:over" />
          ) : (
            <>
              {!isShownOn(one, today) && <Say as="p" className="quiet" k="place-texts:not-yet" />}
              <button type="submit" name="end" value={one.id} className="button second">
                <Say k="place-texts:announcements.end" />
              </button>
            </>
          )}
        </DeskForm>
      ))}
      <Say as="h2" k="place-texts:announcements.add" />
      <DeskForm id="add" action={paths.deskAnnouncements(mode)} noValidate className="card">
        <input type="hidden" name={onceInput} value={once} />
        <Labelled {...ofAudience}>
          <select id="audience" name="audience" defaultValue={typed.audience} aria-describedby={describedBy(ofAudience)}>
            {announcementAudiences.map((one) => (
              <option key={one} value={one}>
                {plain(`place-texts:audiences.${one}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <DateField id="from" value={typed.from} errors={errors} />
        <DateField id="until" value={typed.until} errors={errors} />
        {languages.map((language) => (
          <TextBox
            key={language}
            {...{ id: language, label: `place-texts:${language}`, value: typed.text[language], errors }}
            help={language === sourceLanguage ? undefined : 'place-texts:bo-help'}
          />
        ))}
        <div className="actions">
          <button type="submit" className="button">
            <Say k="place-texts:announcements.button" />
          </button>
        </div>
      </DeskForm>
    </DeskPage>
  )
}

const daysIn = (language: Parameters<typeof formatDay>[0], { from, until }: Announcement) => ({
  ...{ from: formatDay(language, from), until: formatDay(language, until) },
})

function DateField({ id, value, errors }: { id: 'from' | 'until'; value: string; errors: readonly FieldError[] }): JSX.Element {
  const props = { id, label: `place-texts:${id}`, help: `place-texts:${id}-help`, errors }
  return (
    <Labelled {...props}>
      <input type="date" {...{ id, name: id, defaultValue: value }} aria-describedby={describedBy(props)} />
    </Labelled>
  )
}
