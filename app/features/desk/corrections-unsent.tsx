import { correctionReasons } from '#app/domain/worded-step.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { CorrectionsProps } from './corrections-page.tsx'
import { DayCarried } from './day-field.tsx'
import { UnsentText } from './not-possible-part.tsx'

/** What was chosen and typed, to be copied: nothing can be sent from here. The form only carries it through a switch of the language. */
export function UnsentCorrections({ at, seen, fields, papers, typed = {}, again = '', until }: CorrectionsProps): JSX.Element {
  const asked = [...fields, ...papers].flatMap((item) => {
    const of = typed[item.target]
    return of && (of.asked || of.reason !== '' || of.phrase !== '' || of.text !== '') ? [{ ...item, of }] : []
  })
  return (
    <DeskForm id="ask" action={at} noValidate>
      <input type="hidden" name="seen" value={seen} />
      {asked.length > 0 && <Say as="p" k="desk:unsent" />}
      {asked.map(({ target, label, of }) => (
        <div key={target}>
          {of.asked && <input type="hidden" name={`ask-${target}`} value="on" />}
          <input type="hidden" name={`reason-${target}`} value={of.reason} />
          <input type="hidden" name={`phrase-${target}`} value={of.phrase} />
          <p>
            <strong>
              <BilingualText text={label} />
            </strong>{' '}
            {correctionReasons.some((reason) => reason === of.reason) && <Say className="quiet" k={`application:reason.${of.reason}`} />}
          </p>
          <UnsentText {...of} name={`words-${target}`} />
        </div>
      ))}
      <DayCarried name="until" typed={until} />
      {again !== '' && <UnsentText phrase="" text={again} name="again" />}
    </DeskForm>
  )
}
