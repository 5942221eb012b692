import { isSeveral, type Listable, listable, mostOfOne } from '#app/forms/relatives.ts'
import { offeredName } from '#app/i18n/member-name.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'

/** What is ticked, and how many of each. */
export type TypedRelatives = { readonly who: readonly string[]; readonly counts: Readonly<Record<string, string>> }

/** The input that says how many there are of one. */
export const countInput = (one: Listable): string => `count-${one}`

type Props = { members: readonly { readonly name: string }[]; typed: TypedRelatives; error: FieldError | undefined }

/** Relatives to tick, several at once; of whom there is one only, until they are listed. */
export function RelativeChoices({ members, typed: { who, counts }, error }: Props): JSX.Element {
  const listed = new Set(members.map(({ name }) => offeredName(name)?.k))
  const offered = listable.filter((one) => isSeveral(one) || !listed.has(wordOf(one)))
  return (
    <fieldset className="relatives" aria-describedby={error ? 'who-error' : undefined}>
      <legend>
        <Say k={members.length > 0 ? 'check:members.tap-more' : 'check:members.tap'} />
      </legend>
      <FieldMessage id="who-error" error={error} />
      <div className="options">
        {offered.map((one, index) => (
          <div key={one}>
            <Option inputId={index === 0 ? 'who' : `who-${one}`} type="checkbox" name="who" value={one} checked={who.includes(one)}>
              <span className="option-text">
                <Say k={wordOf(one)} />
              </span>
            </Option>
            {isSeveral(one) && <HowMany one={one} count={counts[one]} />}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** Numbers alone: the options of a list have no font for a second script. */
function HowMany({ one, count }: { one: Listable; count: string | undefined }): JSX.Element {
  const plain = usePlain()
  const numbers = Array.from({ length: mostOfOne }, (_, index) => String(index + 1))
  return (
    <label className="relative-count">
      <Say k="check:members.how-many" />
      <select name={countInput(one)} defaultValue={count ?? '1'} aria-label={`${plain(wordOf(one))} · ${plain('check:members.how-many')}`}>
        {numbers.map((number) => (
          <option key={number}>{number}</option>
        ))}
      </select>
    </label>
  )
}

const wordOf = (one: Listable) => `check:members.relatives.${one}`
