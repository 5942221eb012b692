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

/** Sends a form as its button would, without leaving the page; where that fails, as the browser does. Resolves with whether it is shown here. */
export async function sendInPlace(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<boolean> {
  if (isBusy) return false
  isBusy = true
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  if (button?.name) body.append(button.name, button.value)
  try {
    return await show(fetch(form.action, { method: 'POST', body }))
  } catch {
    for (const [name, value] of body) if (!form.elements.namedItem(name) || name === button?.name) form.append(hidden(name, value))
    HTMLFormElement.prototype.submit.call(form)
    return false
  } finally {
    isBusy = false
  }
}

function hidden(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value })
}

/** Shows this page as another address has it, such as with a picture open. */
export async function openInPlace(href: string): Promise<boolean> {
  try {
    return await show(fetch(href))
  } catch {
    location.assign(href)
    return false
  }
}
