import { type Listable, listable } from '#app/forms/relatives.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Option } from '#app/ui/option.tsx'
import { otherAdult } from './start-choices.ts'
import { Folded } from './start-services.tsx'

/** Those services are mostly for: in sight, the others behind a heading. */
const likely: readonly Listable[] = ['myself', 'wife', 'husband', 'son', 'daughter', 'father', 'mother']
const others = listable.filter((one) => !likely.includes(one))

/** Whom it is for, where nobody is listed yet. */
export function ForWhom({ given, error }: { given: readonly string[]; error: FieldError | undefined }): JSX.Element {
  const relative = (one: Listable) => (
    <Option
      key={one}
      inputId={one === 'myself' ? 'for' : `for-${one}`}
      type="checkbox"
      name="for"
      value={one}
      checked={given.includes(one)}
    >
      <span className="option-text">
        <Say k={`check:members.relatives.${one}`} />
      </span>
    </Option>
  )
  return (
    <fieldset className="form-field" aria-describedby={error ? 'for-error' : undefined}>
      <legend>
        <Say k="apply:start.for" />
      </legend>
      <Say as="p" className="help" k="apply:start.for-help" />
      <FieldMessage id="for-error" error={error} />
      <div className="options">{likely.map(relative)}</div>
      <Folded k="apply:start.other-relatives" count={others.length} open={others.some((one) => given.includes(one))}>
        {others.map(relative)}
      </Folded>
    </fieldset>
  )
}

type WhoProps = {
  people: readonly { readonly id: string; readonly name: string }[]
  hasAdult: boolean
  who: string
  error: FieldError | undefined
}

/** Who applies: an adult of the household; where it lists none, somebody who is named next. */
export function Who({ people, hasAdult, who, error }: WhoProps): JSX.Element {
  const offered = hasAdult ? people : [...people, { id: otherAdult, name: null }]
  return (
    <fieldset className="form-field" aria-describedby={error ? 'who-error' : undefined}>
      <legend>
        <Say k="apply:start.who" />
      </legend>
      <Say as="p" className="help" k="apply:start.who-help" />
      <FieldMessage id="who-error" error={error} />
      <div className="options">
        {offered.map(({ id, name }, index) => (
          <Option key={id} inputId={index === 0 ? 'who' : `who-${id}`} type="radio" name="who" value={id} checked={who === id}>
            <span className="option-text">{name === null ? <Say k="apply:start.other-adult" /> : <MemberName name={name} />}</span>
          </Option>
        ))}
      </div>
    </fieldset>
  )
}
