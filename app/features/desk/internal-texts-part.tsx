import { languageOfText } from '#app/cases/free-text.ts'
import type { EventText } from '#app/domain/event-text.ts'
import type { InternalStep } from '#app/domain/worded-step.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { internalStepName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { FreeText, StaffText } from '#app/ui/stored-text.tsx'
import { notACondition, Reword } from './held-part.tsx'
import { LineDetails, LineWho } from './history-part.tsx'
import type { InternalShown } from './internal-texts.server.ts'
import { StaffName } from './text-parts.tsx'

/** Texts for staff that wait for a second reader, and those one returned. */
export type InternalProps = {
  mode: Mode
  at: string
  id: string
  seen: string
  internal: readonly InternalShown[]
  returnedInternal: readonly {
    id: string
    step: InternalStep['type']
    caught: string
    text: EventText
    by: string | null
    reword: boolean
  }[]
}

/** Where a step takes its text. */
function rewordPath(mode: Mode, id: string, step: InternalStep['type']): string {
  switch (step) {
    case 'note':
      return '#note'
    case 'contact':
      return paths.deciding(mode, id, 'contact')
    case 'judge':
      return '#trace'
    case 'return-proposal':
      return paths.deciding(mode, id, 'return')
    case 'return-words':
      return paths.deciding(mode, id, 'return-text')
  }
}

/** Texts for staff that wait: who wrote them, and for those who wrote or read them what they say, why they wait, and what can be done. */
export function Internal(props: InternalProps): JSX.Element {
  const { mode, id, internal, returnedInternal } = props
  return (
    <>
      {returnedInternal.length > 0 && (
        <section className="notice" id="returned-internal" aria-labelledby="returned-internal-title">
          <Say as="h2" id="returned-internal-title" k="held:internal.returned" />
          <ul className="plain-list">
            {returnedInternal.map((one) => (
              <li key={one.id}>
                <Say as="p" {...internalStepName(one.step)} />
                <p>
                  <Say className="quiet" k="held:internal.by" /> <StaffName name={one.by} />
                </p>
                <Say as="p" k="held:internal.again" />
                <Caught caught={one.caught} />
                <StaffText {...one.text} />
                {one.reword && <Reword href={rewordPath(mode, id, one.step)} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {internal.length > 0 && (
        <section className="notice" id="internal" aria-labelledby="internal-title">
          <Say as="h2" id="internal-title" k="held:internal.title" />
          <ul className="plain-list">
            {internal.map((one) => (
              <li key={one.id}>
                <Waiting {...props} one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Waiting({ one, at, seen }: InternalProps & { one: InternalShown }): JSX.Element {
  const { own, step, line, said, may } = one
  return (
    <>
      <p>
        {line && <LineWho line={line} />} <Say className="quiet" {...internalStepName(step)} /> {line && <LineDetails line={line} />}
      </p>
      {said && (
        <>
          <Say as="p" k="held:internal.why" />
          <Caught caught={said.caught} />
          <Citations sources={notACondition} />
        </>
      )}
      <Say as="p" k={`held:internal.${own ? 'own' : !may.giveBack ? 'others' : may.release ? 'read' : 'over'}`} />
      {said && <StaffText {...said.text} />}
      {(may.retract || may.giveBack) && (
        <DeskForm action={at}>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="of" value={one.id} />
          <div className="actions">
            {may.release && <Act what="release-internal" k="held:release" />}
            {may.giveBack && <Act what="return-internal" k="held:return" second />}
            {may.retract && <Act what="retract-internal" k="held:internal.retract" second />}
          </div>
        </DeskForm>
      )}
    </>
  )
}

function Caught({ caught }: { caught: string }): JSX.Element {
  return (
    <p className="free-text">
      <FreeText text={caught} language={languageOfText(caught)} />
    </p>
  )
}

function Act({ what, k, second }: { what: string; k: string; second?: boolean }): JSX.Element {
  return (
    <button type="submit" className={second ? 'button second' : 'button'} name="do" value={what}>
      <Say k={k} />
    </button>
  )
}
