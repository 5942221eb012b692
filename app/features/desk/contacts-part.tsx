import type { Fact } from '#app/cases/life-facts.ts'
import type { EventText } from '#app/domain/event-text.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { FreeText } from '#app/ui/stored-text.tsx'
import { Moment, StaffName } from './text-parts.tsx'

/** Every attempt to reach the resident: who noted it, when it was, and what came of it. */
export type ContactsProps = {
  mode: Mode
  id: string
  contacts: readonly { facts: readonly Fact[]; text: EventText | null; at: string; by: string | null }[]
  /** May whoever looks note one? */
  may: boolean
}

/** How the hall tried to reach the resident; for staff only. */
export function Contacts({ mode, id, contacts, may }: ContactsProps): JSX.Element | null {
  if (contacts.length === 0 && !may) return null
  return (
    <section className="card" id="contacts" aria-labelledby="contacts-title">
      <Say as="h2" id="contacts-title" k="steps:contact.list" />
      {contacts.length === 0 && <Say as="p" className="quiet" k="steps:contact.none" />}
      {contacts.map(({ facts, text, at, by }) => (
        <div key={at} className="private-note">
          <p>
            <StaffName name={by} /> <Moment at={at} />
          </p>
          <Facts facts={facts} />
          {text && (
            <p className="free-text">
              <FreeText text={text.text} language={text.language} />
            </p>
          )}
        </div>
      ))}
      {may && (
        <p>
          <a className="button second small" href={paths.deciding(mode, id, 'contact')}>
            <Say k="steps:contact.title" />
          </a>
        </p>
      )}
    </section>
  )
}
