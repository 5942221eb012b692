import type { Value } from '#app/domain/fields/field.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import type { Receivers } from '#app/domain/hall.ts'
import { questionTexts } from '#app/forms/field-texts.ts'
import { shownText } from '#app/i18n/field-text.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { MemberName, usePlainMemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { questionBy } from './check.ts'
import type { OutdatedShown } from './outdated.ts'
import { OutdatedAnswers } from './outdated-part.tsx'
import { ResultHall } from './result-hall.tsx'

/** One answered question of a summary. */
export type Row = { readonly question: string; readonly member: string | null; readonly answer: Value }

type Props = {
  mode: Mode
  at: string
  back: string
  only: string | undefined
  asOf: string
  household: readonly Row[]
  members: readonly { id: string; name: string; rows: readonly Row[]; mayDiffer: readonly string[] }[]
  asksMembers: boolean
  outdated: readonly OutdatedShown[]
  receivers: Receivers | null
}

/** All answers, each with a link to change it, before the result. */
export function SummaryPage({ mode, at, back, only, asOf, household, members, asksMembers, outdated, receivers }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['check', 'questions', 'halls']} back={{ href: back, k: 'check:back' }}>
      <Say as="h1" k="check:summary.title" />
      <Say as="p" className="lead" k="check:summary.lead" />
      <OutdatedAnswers mode={mode} only={only} outdated={outdated} />
      <ToResult mode={mode} only={only} />
      <Say as="h2" k="check:about-household" />
      <Rows mode={mode} rows={household} asOf={asOf} only={only} name={null} />
      <ResultHall receivers={receivers} />
      {members.map(({ id, name, rows }) => (
        <section key={id}>
          <h2>
            <Icon name="user" />
            <MemberName name={name} />
          </h2>
          <Rows mode={mode} rows={rows} asOf={asOf} only={only} name={name} />
        </section>
      ))}
      <Differing mode={mode} only={only} members={members} />
      {asksMembers && (
        <p>
          <IconLink href={paths.members(mode, only)} icon="users" k="check:summary.change-members" />
        </p>
      )}
      <ToResult mode={mode} only={only} />
    </Page>
  )
}

/** Who may answer otherwise than the household: asked once, with everybody's name, and folded. */
function Differing({ mode, only, members }: Pick<Props, 'mode' | 'only' | 'members'>): JSX.Element | null {
  const questions = [...new Set(members.flatMap(({ mayDiffer }) => mayDiffer))]
  if (members.length < 2 || questions.length === 0) return null
  return (
    <details className="differing">
      <summary>
        <Say k="check:summary.differing" />
      </summary>
      {questions.map((question) => (
        <section key={question}>
          <Say as="h3" k={`questions:${question}.short`} />
          <p className="links">
            {members.map(({ id, name, mayDiffer }) =>
              mayDiffer.includes(question) ? (
                <a key={id} className="text-link" href={paths.question(mode, question, id, only, 'summary')}>
                  <MemberName name={name} />
                </a>
              ) : null,
            )}
          </p>
        </section>
      ))}
    </details>
  )
}

function ToResult({ mode, only }: { mode: Mode; only: string | undefined }): JSX.Element {
  return (
    <div className="actions">
      <a className="button" href={paths.result(mode, only)}>
        <Say k="check:summary.to-result" />
        <Icon name="arrow-right" />
      </a>
    </div>
  )
}

type RowsProps = { mode: Mode; rows: readonly Row[]; asOf: string; only: string | undefined; name: string | null }

function Rows({ mode, rows, asOf, only, name }: RowsProps): JSX.Element {
  const [plain, named] = [usePlain(), usePlainMemberName()]
  return (
    <ul className="plain-list answers">
      {rows.map(({ question, member, answer }) => (
        <li key={question}>
          <span>
            <Say className="label" k={`questions:${question}.short`} />{' '}
            <strong>
              <AnswerText question={question} answer={answer} asOf={asOf} />
            </strong>
          </span>
          <a
            className="text-link"
            href={paths.question(mode, question, member, only, 'summary')}
            aria-label={`${plain('check:summary.change')} ${named(name)} ${plain(`questions:${question}.short`)}`}
          >
            <Icon name="pencil" />
            <Say k="check:summary.change" />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** An answer as text. */
export function AnswerText({ question, answer, asOf }: { question: string; answer: Value; asOf: string }): JSX.Element {
  const field = questionBy(question)
  const shown = kindOf(field).show(answer, field)
  const { options } = questionTexts(question)
  return <InModes>{(language) => shownText(language, shown, { options, asOf, personName: (person) => person })}</InModes>
}
