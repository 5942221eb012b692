import type { ReactNode } from 'react'

type OptionProps = {
  inputId: string
  type: 'radio' | 'checkbox'
  name: string
  value: string
  checked: boolean
  describedBy?: string | undefined
  children: ReactNode
}

/** One option: the whole line is the target. */
export function Option({ inputId, type, name, value, checked, describedBy, children }: OptionProps): JSX.Element {
  return (
    <label className="option" htmlFor={inputId}>
      <input id={inputId} type={type} name={name} value={value} defaultChecked={checked} aria-describedby={describedBy} />
      {children}
    </label>
  )
}
