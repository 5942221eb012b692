import type { WaitingCounty } from '#app/cases/uncovered.server.ts'
import type { WorkWaiting } from '#app/cases/waiting.server.ts'
import type { Announcement } from '#app/domain/announcement.ts'
import { soonDays } from '#app/domain/soon.ts'
import type { Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { countyName, nameIn } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import type { CalendarEnd } from '#app/places/calendar.ts'
import { Post } from '#app/ui/account-facts.tsx'
import { Announcements } from '#app/ui/announcements.tsx'
import { Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskPage, placesOf } from '#app/ui/desk-page.tsx'

/**
 * `ratings` and `held`: how many low ratings wait for an answer of whoever is here, and texts of colleagues to be read;
 * `returned`: how many texts of theirs were returned to be written otherwise; `abandoned`: how many cases lie with people who cannot work on them;
 * `calendar`: where the holidays known end soon. Null where they are not theirs.
 */
type Props = {
  mode: Mode
  at: string
  staff: Staff
  /** What waits of the cases; null where they are not theirs, or made up. */
  work: WorkWaiting | null
  ratings: number | null
  held: number | null
  returned: number
  /** How many lost PINs and codes wait for whoever is here to confirm. */
  toConfirm: number
  abandoned: number
  /** Counties without a hall nearer to them, whose cases wait here. */
  withoutHall: readonly WaitingCounty[]
  calendar: CalendarEnd | null
  announcements: readonly Announcement[]
}

/** Where the desk begins: who one is here, and where one's work lies. */
export function DeskStartPage({
  mode,
  at,
  staff,
  work,
  ratings,
  held,
  returned,
  toConfirm,
  abandoned,
  withoutHall,
  calendar,
  announcements,
}: Props): JSX.Element {
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account', 'ratings', 'held', 'colleagues', 'place-texts']}>
      <Say as="h1" k="desk:title" />
      <p className="lead">
        <Typed>{staff.name}</Typed>
      </p>
      <dl className="table-of-facts">
        <Post {...staff} />
      </dl>
      <Announcements all={announcements} />
      {calendar && (
        <div className="notice">
          <Say
            as="p"
            k={calendar.left > 0 ? 'account:calendar.ends' : 'account:calendar.ended'}
            values={{ year: calendar.year, next: calendar.year + 1, days: calendar.left }}
          />
        </div>
      )}
      <ul className="tiles wide">
        {placesOf(staff).map(({ name, to }) => (
          <li key={name}>
            <a className="tile" href={to(mode)}>
              <span>
                <strong>
                  <Say k={`desk:nav.${name}`} />
                </strong>
                <Say k={`account:places.${name}`} />
                {name === 'cases' && work && <Waiting {...work} />}
                {name === 'ratings' && ratings !== null && ratings > 0 && <Say as="em" k="ratings:open" values={{ count: ratings }} />}
                {name === 'held-texts' && held !== null && held > 0 && <Say as="em" k="held:open" values={{ count: held }} />}
                {name === 'colleagues' && abandoned > 0 && <Say as="em" k="colleagues:waiting" values={{ count: abandoned }} />}
                {name === 'recoveries' && toConfirm > 0 && <Say as="em" k="recovery:list.waiting" values={{ count: toConfirm }} />}
                {name === 'held-texts' && returned > 0 && <Say as="em" k="held:returned-count" values={{ count: returned }} />}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {withoutHall.length > 0 && <WithoutHall mode={mode} counties={withoutHall} />}
      <p>
        <a className="text-link" href={paths.account(mode)}>
          <Say k="account:own.title" />
        </a>
      </p>
    </DeskPage>
  )
}

/** How many cases are late or soon will be, how many residents wait for an answer, and how long the oldest one waits to be accepted. */
function Waiting({ over, soon, toAccept, oldest, asked }: WorkWaiting): JSX.Element {
  return (
    <>
      {over > 0 && <Say as="em" k="desk:waiting.over" values={{ count: over }} />}
      {soon > 0 && <Say as="em" k="desk:waiting.soon" values={{ count: soon, days: soonDays }} />}
      {asked > 0 && <Say as="em" k="desk:waiting.asked" values={{ count: asked }} />}
      {toAccept > 0 && <Say as="em" k="desk:waiting.to-accept" values={{ count: toAccept, days: oldest }} />}
    </>
  )
}

/** Cases that wait here because their county has no hall of its own, each county a way to them. */
function WithoutHall({ mode, counties }: { mode: Mode; counties: Props['withoutHall'] }): JSX.Element {
  return (
    <section id="without-hall">
      <Say as="h2" k="colleagues:without-hall.title" />
      <Say as="p" k="colleagues:without-hall.lead" values={{ count: counties.reduce((total, { count }) => total + count, 0) }} />
      <ul>
        {counties.map(({ county, count }) => (
          <li key={county}>
            <a className="text-link" href={paths.queue(mode, { county })}>
              <Say k="desk:queue.option" values={(reader) => ({ name: nameIn(reader, countyName(county)), count })} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
