import { all } from '../shared/elements.ts'

/** Parts of the page of a case that change with what is done on it. */
const parts = '[data-live]'

/** What was changed by hand in a part and is not sent yet, by the id of its field. */
function typedIn(part: HTMLElement): Map<string, string> {
  const fields = all<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('textarea[id], select[data-typed]', part)
  return new Map(
    fields.flatMap((field) => ('defaultValue' in field && field.value === field.defaultValue ? [] : [[field.id, field.value]])),
  )
}

/** Puts the parts of a page that was fetched in the place of those shown; false where it is another page. */
export function replaceParts(html: string): boolean {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const shown = all(parts)
  const fresh = shown.map(({ dataset }) => page.querySelector<HTMLElement>(`[data-live="${dataset.live}"]`))
  if (shown.length === 0 || fresh.includes(null)) return false
  for (const [index, part] of shown.entries()) {
    const next = fresh[index]
    if (!next) continue
    const typed = typedIn(part)
    part.replaceWith(next)
    for (const [id, value] of typed) {
      const field = document.getElementById(id) as HTMLInputElement | null
      if (field) field.value = value
    }
  }
  // What else is sent from here is decided on what is shown now.
  const seen = page.querySelector<HTMLInputElement>('input[name="seen"]')?.value
  for (const input of all<HTMLInputElement>('main > :not(#take-back) input[name="seen"]')) if (seen !== undefined) input.value = seen
  return true
}

const isHere = (url: string) => new URL(url).pathname === location.pathname

/** Sends what an answer is, and shows it here where it is this page, else goes there. */
async function show(asked: Promise<Response>): Promise<boolean> {
  const answer = await asked
  const isShown = isHere(answer.url) && replaceParts(await answer.text())
  if (!isShown) location.assign(answer.url)
  return isShown
}

let isBusy = false
const waiting: (() => void)[] = []

/** Does something now, or once what was sent before it is shown: nobody's key or tap is lost while an answer is on its way. */
export function onceShown(act: () => void): void {
  if (isBusy) waiting.push(act)
  else act()
}

/** Another page was asked for: what is pressed here until it comes is meant for a case that is not shown yet. */
export function leave(): void {
  isBusy = true
  window.addEventListener('pageshow', () => goOn(false), { once: true })
}

/** What was sent is over: goes on with what waited. Where it was not taken, nothing is done that was meant to follow it. */
export function goOn(isTaken: boolean): void {
  isBusy = false
  if (!isTaken) waiting.length = 0
  while (!isBusy && waiting.length > 0) waiting.shift()?.()
}

/** Sends a form as its button would, without leaving the page; where that fails, as the browser does. Resolves with whether it is shown here. */
export async function sendInPlace(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<boolean> {
  isBusy = true
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  if (button?.name) body.append(button.name, button.value)
  try {
    return await show(fetch(form.action, { method: 'POST', body }))
  } catch {
    for (const [name, value] of body) if (!form.elements.namedItem(name) || name === button?.name) form.append(hidden(name, value))
    HTMLFormElement.prototype.submit.call(form)
    return false
  }
}

/** What a form and the button pressed say, but for the version of the page. */
const saidBy = (form: HTMLFormElement, button: HTMLButtonElement | null) =>
  JSON.stringify([...[...new FormData(form)].filter(([name]) => name !== 'seen'), [button?.name, button?.value]])

/** The form and button of the page shown that say what one says that was replaced meanwhile; nothing where there is none any more. */
export function sameForm(
  form: HTMLFormElement,
  button: HTMLButtonElement | null,
  within?: HTMLElement,
): readonly [HTMLFormElement, HTMLButtonElement | null] | [] {
  for (const other of all<HTMLFormElement>('form[data-in-place]', within))
    for (const by of [...all<HTMLButtonElement>('button', other), null])
      if (other.action === form.action && saidBy(other, by) === saidBy(form, button)) return [other, by]
  return []
}

function hidden(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value })
}

/** Shows this page as another address has it, such as with a picture open. */
export async function openInPlace(href: string): Promise<boolean> {
  isBusy = true
  try {
    return await show(fetch(href))
  } catch {
    location.assign(href)
    return false
  }
}
