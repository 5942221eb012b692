import { languagesOf } from '#app/i18n/mode.ts'
import { useMode, usePlain } from '#app/ui/bilingual-text.tsx'
import type { FieldOptions } from './life-fields.ts'

type Props = {
  name: string
  chosen: string
  options: FieldOptions[string]
  marks: { 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }
}

/** A list to choose one from, in the languages of the page. */
export function OneOf({ name, chosen, options, marks }: Props): JSX.Element {
  const [mode, plain] = [useMode(), usePlain()]
  return (
    <select id={name} name={name} defaultValue={chosen} {...marks}>
      <option value="">{plain('steps:choose')}</option>
      {options.map(({ value, said }) => (
        <option key={value} value={value}>
          {languagesOf(mode)
            .map((language) => said[language])
            .join(' · ')}
        </option>
      ))}
    </select>
  )
}
