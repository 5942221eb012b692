import { hash } from 'node:crypto'
import { z } from 'zod'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { StaffInSession } from '#app/domain/staff.ts'
import { hashLabels, purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { type Read, readStored } from '#app/security/stored-value.server.ts'
import { carriedFormsOf, type FormOwner, insertCarriedForm, removeCarriedForm } from '#db/carried-forms.server.ts'
import { type CookieChange, type Cookies, setCookie } from './cookies.server.ts'
import { idOf } from './once.server.ts'

// What somebody typed and could not send stands on the sign-in page. Where another signs in there, it is stored for them: they get it back when
// they sign in again in the same browser. Nobody else does.

/** How long it is stored, in hours, and how many forms of one person in one browser. */
export const [carriedHours, mostCarried] = [24, 10]

/** A form that was posted and could not be taken: its address, and what was typed. */
export type TypedForm = { readonly to: string; readonly fields: readonly (readonly [string, string])[] }

const typedForm = z.object({ to: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) })

type OnBrowser = { readonly cookies: Cookies; readonly now: Date }

function ownerOn({ cookies }: Pick<OnBrowser, 'cookies'>, { id, practice }: StaffInSession): FormOwner | undefined {
  const { kept: token } = cookies
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined
  return { browserHash: keyedHash(hashLabels.keptForms(token)), staffId: id, practice }
}

/** Stores a form for its author, who is not signed in; returns the cookie by which their browser is known. */
export async function storeForOwner({ cookies, now }: OnBrowser, owner: StaffInSession, form: TypedForm): Promise<CookieChange[]> {
  const known = ownerOn({ cookies }, owner) && cookies.kept
  const token = known ?? secureRandom(32).toString('base64url')
  const of = ownerOn({ cookies: { kept: token } }, owner)
  if (!of) return []
  const id = idOf(hash('sha256', JSON.stringify([of, form]), 'buffer'))
  const expiresAt = new Date(now.getTime() + carriedHours * 3_600_000)
  const sealed = encryptText(JSON.stringify(form), purposes.keptForm(id))
  const isStored = await refusingFullDisk(insertCarriedForm({ ...of, id, sealed, expiresAt }, mostCarried))
  return isStored ? [setCookie('kept', token, carriedHours * 3600)] : []
}

/** Does this browser have a stored form of theirs? */
export async function hasCarriedForm(browser: OnBrowser, owner: StaffInSession): Promise<boolean> {
  const of = ownerOn(browser, owner)
  return of !== undefined && (await carriedFormsOf(of, browser.now)).length > 0
}

/** The oldest stored form of this browser for who signed in, removed as it is read; one that cannot be read is removed too. */
export async function resumeForm(browser: OnBrowser, owner: StaffInSession): Promise<TypedForm | undefined> {
  const of = ownerOn(browser, owner)
  for (const row of of ? await carriedFormsOf(of, browser.now) : []) {
    if (!(await refusingFullDisk(removeCarriedForm(row.id)))) continue
    const read = readCarriedForm(row)
    if (read.ok) return read.value
  }
  return undefined
}

/** Reads a stored form. */
export function readCarriedForm({ id, sealed }: { readonly id: string; readonly sealed: Buffer }): Read<TypedForm> {
  return readStored({ table: 'kept_forms', id }, sealed, purposes.keptForm(id), (plain) =>
    typedForm.parse(JSON.parse(plain.toString('utf8'))),
  )
}
