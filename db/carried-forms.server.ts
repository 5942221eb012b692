import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { carriedForms, staff } from './schema.server.ts'

/** Whose a form is, and by which browser they get it back. */
export type FormOwner = { readonly browserHash: string; readonly staffId: string; readonly practice: boolean }

/** A form stored for somebody, encrypted. */
export type CarriedForm = FormOwner & { readonly id: string; readonly sealed: Buffer; readonly expiresAt: Date }

const ofOwner = ({ browserHash, staffId, practice }: FormOwner) =>
  and(eq(carriedForms.browserHash, browserHash), eq(carriedForms.staffId, staffId), eq(carriedForms.practice, practice))

/** Keeps a form, once; of more than `most` of one person in one browser the oldest go. False where there is no such person. */
export async function insertCarriedForm(form: CarriedForm, most: number): Promise<boolean> {
  return committed((tx) => {
    if (!tx.select({ id: staff.id }).from(staff).where(eq(staff.id, form.staffId)).get()) return false
    const row = { ...form, expiresAt: form.expiresAt.toISOString() }
    tx.insert(carriedForms).values(row).onConflictDoNothing().run()
    const all = tx.select({ id: carriedForms.id }).from(carriedForms).where(ofOwner(form)).orderBy(asc(carriedForms.expiresAt)).all()
    const tooMany = all.slice(0, -most).map(({ id }) => id)
    if (tooMany.length > 0) tx.delete(carriedForms).where(inArray(carriedForms.id, tooMany)).run()
    return true
  })
}

/** What is stored for somebody in a browser and has not expired, the oldest first. */
export async function carriedFormsOf(owner: FormOwner, now: Date): Promise<{ readonly id: string; readonly sealed: Buffer }[]> {
  const ofOwnerNow = and(ofOwner(owner), gt(carriedForms.expiresAt, now.toISOString()))
  const { id, sealed, expiresAt } = carriedForms
  return database().select({ id, sealed }).from(carriedForms).where(ofOwnerNow).orderBy(asc(expiresAt)).all()
}

/** Deletes a form; false where it is gone already. */
export async function removeCarriedForm(id: string): Promise<boolean> {
  return committed((tx) => tx.delete(carriedForms).where(eq(carriedForms.id, id)).run().changes === 1)
}

/** Deletes what was never taken back and has expired. */
export async function removeExpiredCarriedForms(now: Date): Promise<void> {
  await committed((tx) => tx.delete(carriedForms).where(lte(carriedForms.expiresAt, now.toISOString())).run())
}
