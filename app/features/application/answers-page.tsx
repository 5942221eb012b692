import type { Row } from '#app/cases/submission.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'
import { paperName, plainName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ForMember, MemberName, usePlainMemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { ConfirmButton, SavedAt } from './step-page.tsx'
import type { ShownPaper } from './upload-pages.tsx'

type Props = {
  mode: Mode
  at: string
  rows: readonly Row[]
  papers: readonly ShownPaper[]
  savedAt: string
  unfinished: string | undefined
  /** The version of the answers shown; and did they change since they were read before? */
  seen: string
  changed: boolean
  /** Do clerk and resident share one screen, and did the resident confirm everything there? */
  oneScreen: boolean
  confirmed: boolean
}

/** All answers and papers for review, each line with a link to change it that leads back here. */
export function AnswersPage({ mode, at, rows, papers, savedAt, unfinished, seen, changed, oneScreen, confirmed }: Props): JSX.Element {
  const groups = [...new Set(rows.map(({ step }) => `${step.block}/${step.subject}`))]
  return (
    <Page mode={mode} at={at} texts={['apply', 'forms']} back={{ href: paths.papers(mode), k: 'apply:paper.back' }}>
      <Say as="h1" k="apply:answers.title" />
      {changed && (
        <p className="notice" role="status">
          <Say k="apply:answers.changed" />
        </p>
      )}
      <Say as="p" className="lead" k="apply:answers.lead" />
      {groups.map((group) => (
        <Group key={group} mode={mode} rows={rows.filter(({ step }) => `${step.block}/${step.subject}` === group)} />
      ))}
      {papers.length > 0 && <Papers mode={mode} papers={papers} />}
      {oneScreen && !unfinished && <OneScreen mode={mode} confirmed={confirmed} />}
      <div className="actions">
        <a className="button" href={unfinished ?? paths.submit(mode, seen)}>
          <Say k={unfinished ? 'apply:answers.unfinished' : 'apply:answers.continue'} />
          <Icon name="arrow-right" />
        </a>
      </div>
      <SavedAt at={savedAt} />
    </Page>
  )
}

/** The resident confirms everything on the clerk's screen. */
function OneScreen({ mode, confirmed }: { mode: Mode; confirmed: boolean }): JSX.Element {
  if (confirmed)
    return (
      <p role="status" className="notice">
        <Icon name="circle-check" />
        <Say k="counter:shared-session.confirmed" />
      </p>
    )
  return (
    <DeskForm action={paths.sharedSessionWrite(mode)}>
      {Object.entries({ as: 'clerk', place: 'apply/answers', back: 'yes' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ConfirmButton />
    </DeskForm>
  )
}

/** The papers that go along: those that were sent, and those to be brought. */
function Papers({ mode, papers }: { mode: Mode; papers: readonly ShownPaper[] }): JSX.Element {
  const named = usePlainMemberName()
  return (
    <section id="papers">
      <Say as="h2" k="apply:folder.papers" />
      <ul className="plain-list answers">
        {papers.map(({ key, textKey, name, files }) => (
          <li key={key}>
            <span>
              <span className="label">
                <Say {...paperName(textKey)} />
                <ForMember name={name} />
              </span>{' '}
              {files.length > 0 ? (
                <strong>
                  <Say k="apply:papers.sent" values={{ count: files.length }} />
                </strong>
              ) : (
                <Say className="quiet" k="apply:answers.no-photograph" />
              )}
            </span>
            <ChangeLink href={paths.paper(mode, key, 'answers')} of={`${plainName(mode, paperName(textKey))} ${named(name)}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where an answer or a paper is changed; `of`: what, as it is read out. */
function ChangeLink({ href, of }: { href: string; of: string }): JSX.Element {
  const plain = usePlain()
  return (
    <a className="text-link" href={href} aria-label={`${plain('apply:answers.change')} ${of}`.trim()}>
      <Icon name="pencil" />
      <Say k="apply:answers.change" />
    </a>
  )
}

function Group({ mode, rows }: { mode: Mode; rows: readonly Row[] }): JSX.Element | null {
  const named = usePlainMemberName()
  const [first] = rows
  if (!first) return null
  return (
    <section>
      <h2>
        <BilingualText text={first.title} /> {first.person !== null && <MemberName name={first.person} />}
      </h2>
      <ul className="plain-list answers">
        {rows.map(({ target, label, value, empty, step }) => (
          <li key={target}>
            <span>
              <span className="label">
                <BilingualText text={label} />
              </span>{' '}
              {empty ? (
                <Say className="quiet" k="apply:answers.empty" />
              ) : (
                <strong>
                  <BilingualText text={value} />
                </strong>
              )}
            </span>
            <ChangeLink
              href={paths.step(mode, step.block, step.subject, 'answers')}
              of={`${label[languagesOf(mode)[0]]} ${named(first.person)}`}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
