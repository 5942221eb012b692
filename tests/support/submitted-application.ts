import { sendFile } from './paper.ts'
import { fillIn, type Resident, resident, submitForm } from './resident.ts'

/** A submitted case, with a picture of one paper: as a clerk of its county finds it. */
export type HandedIn = { readonly id: string; readonly file: string; readonly code: string; readonly one: Resident }

/** A sample resident hands in a case of a county. */
export async function handedIn(clerk: Resident, port: number, county = '630104', more: Record<string, string> = {}): Promise<HandedIn> {
  const one = resident(port)
  const code = await fillIn(one, ['skills-training'], { 'f-trade': '做饭' }, 'zh', { 'f-county': county, ...more })
  const paper = /href="(\/zh\/apply\/papers\/[^"]+)"/.exec((await one.get('/zh/apply/papers')).text)?.[1] ?? ''
  await sendFile(port, one.cookies(), paper)
  await one.post('/zh/apply/submit', await submitForm(one))
  const found = await clerk.post('/zh/desk/cases', { do: 'find', code })
  const id = String(found.headers.location).split('/').at(-1) ?? ''
  const screen = (await clerk.get(`/zh/desk/cases/${id}`)).text
  return { id, code, one, file: /[?&]paper=([\w-]+)/.exec(screen)?.[1] ?? '' }
}
