import type { Announcement } from '#app/domain/announcement.ts'
import { languages } from '#app/domain/language.ts'
import { languagesOf } from '#app/i18n/mode.ts'
import { nameIn, placeName } from '#app/i18n/stored-names.ts'
import { InModes, Say, useMode } from './bilingual-text.tsx'
import { FreeText } from './stored-text.tsx'

/** An announcement in the languages of the reader; where it is said in Chinese only, they are told. */
export function AnnouncementText({ of: { text } }: { of: Pick<Announcement, 'text'> }): JSX.Element {
  const read = languagesOf(useMode())
  const lacks = read.filter((language) => text[language] === null)
  const said = languages.filter((language) => text[language] !== null && (read.includes(language) || lacks.length > 0))
  return (
    <>
      {lacks.length > 0 && <Say as="p" className="quiet" k="place-texts:only-zh" />}
      {said.map((language) => (
        <p key={language} className="free-text">
          <FreeText text={text[language] ?? ''} language={language} />
        </p>
      ))}
    </>
  )
}

/** What a place tells now; nothing where it tells nothing. */
export function Announcements({ all }: { all: readonly Announcement[] }): JSX.Element | null {
  if (all.length === 0) return null
  return (
    <section className="notice">
      <Say as="h2" k="place-texts:told" />
      {all.map((one) => (
        <div key={one.id}>
          <AnnouncementText of={one} />
          <InModes as="p" className="quiet">
            {(language) => nameIn(language, placeName(one.place))}
          </InModes>
        </div>
      ))}
    </section>
  )
}
