import type { InEvery } from '#app/domain/language.ts'
import type { SearchGround, SearchKind } from '#app/domain/person-search.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Status } from '#app/domain/status.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { ForMember, MemberName } from '#app/ui/member-name.tsx'
import { Person } from '#app/ui/person.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { Duplicates, type DuplicatesProps } from './duplicates-part.tsx'
import { County } from './text-parts.tsx'

type Decided = { id: string; title: InEvery<string>; on: string | null }

type FoundFolder = {
  id: string
  /** Who applies. */
  name: string
  /** Who else is found by the number. */
  matched: readonly string[]
  savedOn: string | null
  language: Mode
  /** May a lost PIN or code be given back here? */
  mayRecover: boolean
  applications: readonly {
    id: string
    number: number
    title: InEvery<string>
    name: string | null
    county: string | null
    /** Null: it ended, and no more is told to this role. */
    status: Status | null
    on: string | null
    isCase: boolean
  }[]
}

type Props = {
  mode: Mode
  at: string
  staff: Staff
  search: string
  kind: SearchKind
  ground: SearchGround
  until: string
  folders: readonly FoundFolder[]
  duplicates: readonly (DuplicatesProps['duplicates'][number] & { title: InEvery<string>; first: string })[]
  decided: { approved: readonly Decided[]; refused: readonly Decided[] }
}

/** One page for a person: their folders, cases and earlier decisions in the places one may see. */
export function PersonPage({ mode, at, staff, search, kind, ground, until, folders, duplicates, decided }: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['people', 'application']}>
      <IconLink href={paths.people(mode)} icon="arrow-left" k="people:again" />
      <Say as="h1" k="people:person.title" />
      <p className="quiet">
        <InModes>
          {(language) =>
            text(language, 'people:person.asked', {
              kind: text(language, `people:kind.options.${kind}`),
              ground: text(language, `people:ground.options.${ground}`),
              until: formatMoment(language, until),
            })
          }
        </InModes>
      </p>
      {folders.length === 0 && (
        <div className="notice">
          <Say as="p" k="people:person.nothing" />
          <Say as="p" k="people:person.elsewhere" />
        </div>
      )}
      <DecidedBefore mode={mode} decided={decided.approved} k="people:person.approved" note="people:person.approved-note" />
      <DecidedBefore mode={mode} decided={decided.refused} k="people:person.refused" note="people:person.refused-note" />
      {folders.map((folder) => (
        <FoundFolderCard key={folder.id} {...{ mode, search, folder }} />
      ))}
      {duplicates.map((one) => (
        <section key={`${one.first} ${'id' in one ? one.id : ''}`} className="wide">
          <p>
            <a className="text-link" href={paths.deskCase(mode, one.first)}>
              <BilingualText text={one.title} />
            </a>
          </p>
          <Duplicates mode={mode} duplicates={[one]} />
        </section>
      ))}
    </DeskPage>
  )
}

/** What was decided before, each a way to the case. */
function DecidedBefore({
  mode,
  decided,
  k,
  note,
}: {
  mode: Mode
  decided: readonly Decided[]
  k: string
  note: string
}): JSX.Element | null {
  if (decided.length === 0) return null
  return (
    <div className="notice">
      <Say as="h2" k={k} />
      <ul>
        {decided.map(({ id, title, on }) => (
          <li key={id}>
            <a className="text-link" href={paths.deskCase(mode, id)}>
              <BilingualText text={title} />
            </a>{' '}
            {on !== null && <InModes className="quiet">{(language) => formatDay(language, on)}</InModes>}
          </li>
        ))}
      </ul>
      <Say as="p" k={note} />
    </div>
  )
}

/** When a folder was saved last; of a damaged row, that this cannot be read. */
function Saved({ on }: { on: string | null }): JSX.Element {
  return on === null ? (
    <Say k="errors:unreadable" />
  ) : (
    <Say k="people:person.saved" values={(language) => ({ day: formatDay(language, on) })} />
  )
}

function FoundFolderCard({ mode, search, folder }: { mode: Mode; search: string; folder: FoundFolder }): JSX.Element {
  return (
    <section className="card" aria-labelledby={`folder-${folder.id}`}>
      <h2 id={`folder-${folder.id}`}>
        <Person name={folder.name} />
      </h2>
      <p className="quiet">
        <Saved on={folder.savedOn} /> <Say k={`desk:queue.mode.${folder.language}`} />
      </p>
      {folder.matched.length > 0 && (
        <p>
          <Say k="people:person.matched" />{' '}
          {folder.matched.map((name) => (
            <strong key={name}>
              <MemberName name={name} />{' '}
            </strong>
          ))}
        </p>
      )}
      <ul className="plain-list tasks">
        {folder.applications.map((one) => (
          <li key={one.id}>
            <span>
              {one.isCase ? (
                <a className="text-link" href={paths.deskCase(mode, one.id)}>
                  <BilingualText text={one.title} />
                </a>
              ) : (
                <BilingualText text={one.title} />
              )}
              <ForMember name={one.name} />{' '}
              {one.county !== null && (
                <span className="quiet">
                  <County code={one.county} />
                </span>
              )}{' '}
              {one.on !== null && <InModes className="quiet">{(language) => formatDay(language, one.on ?? '')}</InModes>}
            </span>
            {one.status === null ? <Say className="quiet" k="people:person.ended" /> : <StatusBadge status={one.status} />}
          </li>
        ))}
      </ul>
      {folder.mayRecover ? (
        <IconLink className="button second" href={paths.recover(mode, search, folder.id)} icon="rotate-ccw" k="people:person.recover" />
      ) : (
        <Say as="p" className="quiet" k="people:person.not-here" />
      )}
    </section>
  )
}
