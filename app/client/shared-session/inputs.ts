// The form of a shared session on this screen: its inputs, what stands in them, and where they stand.
import type { Writer } from '#app/domain/shared-session.ts'
import { all, the } from '../shared/elements.ts'

export type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const root = the('[data-shared-session]')
export const form = document.getElementById('step') as HTMLFormElement | null
export const me = root.dataset.sharedSession as Writer
export const { place = '', events = '', write = '' } = root.dataset
export const typing = form && place.startsWith('apply/step/') ? form : undefined

export const isOurs = (name: string) => /^f-/.test(name)
export const inputs = (): Input[] => ([...(typing?.elements ?? [])] as Input[]).filter(({ name }) => isOurs(name))
export const ofName = (name: string) => inputs().filter((input) => input.name === name)
export const isChoice = (input: Input): input is HTMLInputElement => input.type === 'radio' || input.type === 'checkbox'
export const given = (name: string) =>
  ofName(name)
    .filter((input) => !isChoice(input) || input.checked)
    .map(({ value }) => value)

/** The visible field of an input. */
export function partOf(name: string | null): Element | null | undefined {
  const input = name ? ofName(name)[0] : undefined
  return input?.closest('[data-field]') ?? input?.closest('.form-field')
}

/** What a reader sees of a value: the text of a choice, else the value itself. */
export function textOf(name: string, value: string): string {
  const [input] = ofName(name)
  if (input instanceof HTMLSelectElement) return [...input.options].find((one) => one.value === value)?.text ?? value
  const option = ofName(name).find((one) => isChoice(one) && one.value === value)
  return option?.labels?.[0]?.textContent?.trim() || value
}

export function fill(name: string, values: readonly string[]): void {
  for (const input of ofName(name)) {
    if (isChoice(input)) input.checked = values.includes(input.value)
    else if (input.value !== (values[0] ?? '')) input.value = values[0] ?? ''
  }
}

// What each input was shown with: sent with it, so that nothing is written over what was never seen.
export const carriers = new Map(
  all<HTMLInputElement>('input[name="shown"]', form ?? document.createElement('form')).map((one) => [
    (JSON.parse(one.value) as string[])[0] ?? '',
    one,
  ]),
)
export function setShown(name: string, values: readonly string[]): void {
  const carrier = carriers.get(name)
  if (carrier) carrier.value = JSON.stringify([name, ...values])
}

/** Does an input hold something else than it was shown with? So it does where a page comes back with what was typed. */
export function isTyped(name: string): boolean {
  const carrier = carriers.get(name)
  if (!carrier) return false
  const [, ...shown] = JSON.parse(carrier.value) as string[]
  return shown.filter(Boolean).join('\n') !== given(name).filter(Boolean).join('\n')
}
