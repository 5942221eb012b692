import { isAssignable } from '#app/domain/application.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { OwnPhrase } from '#app/domain/phrase.ts'
import type { Staff } from '#app/domain/staff.ts'
import { isOpen, type Status } from '#app/domain/status.ts'
import { formatDay } from '#app/i18n/format.ts'
import { plainText, text } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { type ActProps, LawItems } from './act-part.tsx'
import { Approve, type ApproveProps } from './approve-part.tsx'
import { Asked, type Question } from './asked-part.tsx'
import { CaseHead } from './case-head.tsx'
import { Changed, type ChangedProps } from './changed-part.tsx'
import { Contacts, type ContactsProps } from './contacts-part.tsx'
import { Duplicates, type DuplicatesProps } from './duplicates-part.tsx'
import { OwnPhrases } from './free-text-field.tsx'
import { Held, type HeldProps } from './held-part.tsx'
import { History, type HistoryProps } from './history-part.tsx'
import { Internal, type InternalProps } from './internal-texts-part.tsx'
import type { JustApproved } from './just-approved.server.ts'
import { Moves, type MovesProps } from './moves-part.tsx'
import { Notes, type NotesProps } from './notes-part.tsx'
import { Originals, type OriginalsProps } from './originals-part.tsx'
import { Shortcuts } from './shortcuts.tsx'
import type { SinceOpened } from './since-opened.server.ts'
import { NotTaken } from './since-opened-part.tsx'
import { Submitted, type SubmittedProps } from './submitted-part.tsx'
import { TakeBack } from './take-back-part.tsx'
import { StaffName } from './text-parts.tsx'
import { Trace, type TraceProps } from './trace-part.tsx'

type Props = Omit<
  SubmittedProps &
    TraceProps &
    DuplicatesProps &
    NotesProps &
    Pick<ContactsProps, 'contacts'> &
    HistoryProps &
    OriginalsProps &
    ApproveProps &
    ChangedProps &
    MovesProps &
    HeldProps &
    InternalProps,
  'errors' | 'toRead'
> & {
  mode: Mode
  at: string
  staff: Staff
  number: number
  service: string
  title: InEvery<string>
  status: Status
  code: string
  county: string
  language: string | null
  /** The legal deadline; not sure: not before that day. */
  due: { on: string; sure: boolean } | null
  /** The day by which the resident is to answer what is asked for now. */
  until: string | null
  /** The day before which it is said whether it is accepted, since when the clock of its limit stands still, and what it is in law. */
  acceptanceDue: string | null
  stopped: string | null
  act: ActProps | null
  submitted: string | null
  /** The queue one came from. */
  queue: string
  /** What was approved just now, and can be taken back. */
  done: JustApproved | null
  again: number
  /** What the resident asks, and nobody answered yet. */
  asked: readonly Question[]
  name: string
  /** Standard sentences of the hall and of the places above it. */
  phrases: readonly OwnPhrase[]
  /** What happened to the case since the page was opened. */
  since?: SinceOpened
  errors?: readonly FieldError[]
}

/** The page of a case: what was submitted beside its papers, conditions, history, and the possible actions. */
export function CasePage(props: Props): JSX.Element {
  const { mode, at, staff, service, errors = [] } = props
  return (
    <OwnPhrases.Provider value={props.phrases}>
      <DeskPage
        mode={mode}
        at={at}
        staff={staff}
        texts={['application', 'phrases', 'counter', 'held', 'steps', 'natures', `services/${service}`]}
        switching={{ by: 'form', form: 'note-form', enter: { name: 'do', value: 'note' } }}
        script
      >
        <IconLink href={props.queue} icon="arrow-left" k="desk:case.back" />
        {props.done && <TakeBack mode={mode} done={props.done} />}
        <div data-live="problems">
          <NotTaken errors={errors} since={props.since} />
        </div>
        <div data-live="head">
          <Head {...props} />
        </div>
        {/* Somebody has to act on these: they come before all there is to read. */}
        <div data-live="held">
          <Asked {...props} mayAnswer={props.may.answer} />
          <Held {...props} />
          <Internal {...props} />
        </div>
        <div className="wide case">
          <div className="case-main">
            <Changed {...props} />
            <div data-live="what">
              <Submitted {...props} />
            </div>
            <Duplicates {...props} />
            {isOpen(props.status) && <IconLink href={paths.people(mode, { of: props.id })} icon="search" k="desk:case.look-for" />}
          </div>
          <div className="case-side">
            <div className="judgement" data-live="judgement">
              <Trace {...props} />
              <Originals {...props} />
              {props.may.approve && <Approve {...props} errors={errors} />}
              <Moves {...props} errors={errors} toRead={props.held?.giveBack === true || props.internal.some(({ may }) => may.giveBack)} />
            </div>
            <Notes {...props} errors={errors} />
            <Contacts {...props} may={props.may.contact} />
          </div>
        </div>
        <div data-live="history">
          <History {...props} />
        </div>
        <Shortcuts of={['next-picture', 'previous-picture', 'assign', 'help']} plain />
        <p id="in-place" className="visually-hidden" role="status" data-said={plainText(mode, 'desk:case.saved')} />
        <script type="module" src="/desk/case.js" />
      </DeskPage>
    </OwnPhrases.Provider>
  )
}

function Head({ due, until, act, acceptanceDue, stopped, language, assignee, staff, again, ...head }: Props): JSX.Element {
  const below = again > 0 && <Say as="p" className="reason" k="desk:case.again" values={{ count: again }} />
  return (
    <CaseHead as="h1" {...head} below={below}>
      {due && (
        <li>
          <Say k={due.sure ? 'desk:case.due' : 'desk:case.due-not-before'} values={(reader) => ({ day: formatDay(reader, due.on) })} />
        </li>
      )}
      <LawItems act={act} acceptanceDue={acceptanceDue} stopped={stopped} />
      {until && (
        <li>
          <Say k="desk:case.until" values={(reader) => ({ day: formatDay(reader, until) })} />
        </li>
      )}
      {language && (
        <li>
          <Say k="desk:case.language" values={(reader) => ({ language: text(reader, `desk:queue.mode.${language}`) })} />
        </li>
      )}
      {(assignee !== null || isAssignable(head.status)) && (
        <li>
          <Say k="desk:case.assignee" />{' '}
          {assignee === null ? (
            <Say k="desk:queue.nobody" />
          ) : assignee.id === staff.id ? (
            <Say k="desk:queue.me" />
          ) : (
            <StaffName name={assignee.name} />
          )}
        </li>
      )}
    </CaseHead>
  )
}
