import type { TypedField, Value } from '#app/domain/fields/field.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import { QuestionField } from './question-field.tsx'
import type { Difference } from './result.ts'
import { AnswerText, type Row } from './summary-page.tsx'

/** One changed answer, and the differences in the results. */
export type Tried = { readonly before?: Value | undefined; readonly after: Value; readonly differences: readonly Difference[] }

type Props = {
  mode: Mode
  at: string
  only: string | undefined
  asOf: string
  rows: readonly (Row & { name: string | null })[]
  chosen: { id: string; member: string | null; name: string | null; typed: TypedField } | null
  errors: readonly FieldError[]
  tried: Tried | null
}

/** "What if": shows the effect of one changed answer; the check itself does not change. */
export function CounterfactualsPage({ mode, at, only, asOf, rows, chosen, errors, tried }: Props): JSX.Element {
  return (
    <Page
      mode={mode}
      at={at}
      texts={['result', 'questions']}
      back={{ href: paths.result(mode, only), k: 'result:back-to-result' }}
      script
      switching={chosen ? { by: 'form', form: 'counterfactuals' } : { by: 'links' }}
    >
      <ErrorSummary errors={errors} />
      <Say as={chosen ? 'p' : 'h1'} className="lead" k="result:counterfactuals-title" />
      <Say as="p" k="result:counterfactuals-lead" />
      {chosen && tried && <Differences tried={tried} question={chosen.id} asOf={asOf} />}
      {chosen && <TryForm mode={mode} only={only} chosen={chosen} error={errors[0]} />}
      {(chosen?.id === 'settle-wish' || chosen?.id === 'land') && <LandPromise />}
      {chosen && (
        <p>
          <IconLink href={paths.question(mode, chosen.id, chosen.member, only, 'summary')} icon="pencil" k="result:change-for-good" />
        </p>
      )}
      <Say as="h2" k="result:counterfactuals-choose" />
      <ul className="changes">
        {rows.map(({ question, member, name }) => (
          <li key={`${member}-${question}`}>
            <a className="text-link" href={paths.counterfactuals(mode, only, question, member)}>
              {name !== null && (
                <>
                  <MemberName name={name} />
                  {' · '}
                </>
              )}
              <Say k={`questions:${question}.short`} />
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function TryForm({
  mode,
  only,
  chosen,
  error,
}: {
  mode: Mode
  only: string | undefined
  chosen: NonNullable<Props['chosen']>
  error: FieldError | undefined
}): JSX.Element {
  return (
    <form id="counterfactuals" method="post" action={paths.counterfactuals(mode, only, chosen.id, chosen.member)} noValidate>
      <QuestionField {...chosen} error={error} />
      <div className="actions">
        <button type="submit" className="button">
          <Say k="result:try-it" />
        </button>
      </div>
    </form>
  )
}

function Differences({
  tried: { before, after, differences },
  question,
  asOf,
}: {
  tried: Tried
  question: string
  asOf: string
}): JSX.Element {
  return (
    <section className="card" role="status">
      <h2>
        <Say k="result:counterfactuals-result" />
      </h2>
      <dl className="table-of-facts">
        <dt>
          <Say k="result:now" />
        </dt>
        <dd>{before === undefined ? <Say k="result:open" /> : <AnswerText question={question} answer={before} asOf={asOf} />}</dd>
        <dt>
          <Say k="result:if-it-were" />
        </dt>
        <dd>
          <AnswerText question={question} answer={after} asOf={asOf} />
        </dd>
      </dl>
      {differences.length === 0 ? (
        <Say as="p" k="result:no-difference" />
      ) : (
        <ul className="changes">
          {differences.map(({ service, member, name, before: was, after: becomes }) => (
            <li key={`${service}-${member}`}>
              <p>
                {name !== null && (
                  <>
                    <MemberName name={name} />
                    {' · '}
                  </>
                )}
                <strong>
                  <Say k={`services/${service}:name`} />
                </strong>
              </p>
              <p>
                <VerdictBadge verdict={was} />
                {' → '}
                <VerdictBadge verdict={becomes} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <Say as="p" className="quiet" k="result:original-unchanged" />
    </section>
  )
}
