import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { committed } from './commit.server.ts'
import { database } from './connection.server.ts'
import { keptForms, staff } from './schema.server.ts'

/** Whose a form is, and by which browser they get it back. */
export type KeptFor = { readonly browserHash: string; readonly staffId: string; readonly practice: boolean }

/** A form kept for somebody, encrypted. */
export type KeptForm = KeptFor & { readonly id: string; readonly sealed: Buffer; readonly expiresAt: Date }

const ofOwner = ({ browserHash, staffId, practice }: KeptFor) =>
  and(eq(keptForms.browserHash, browserHash), eq(keptForms.staffId, staffId), eq(keptForms.practice, practice))

/** Keeps a form, once; of more than `most` of one person in one browser the oldest go. False where there is no such person. */
export async function keepForm(form: KeptForm, most: number): Promise<boolean> {
  return committed((tx) => {
    if (!tx.select({ id: staff.id }).from(staff).where(eq(staff.id, form.staffId)).get()) return false
    const row = { ...form, expiresAt: form.expiresAt.toISOString() }
    tx.insert(keptForms).values(row).onConflictDoNothing().run()
    const all = tx.select({ id: keptForms.id }).from(keptForms).where(ofOwner(form)).orderBy(asc(keptForms.expiresAt)).all()
    const tooMany = all.slice(0, -most).map(({ id }) => id)
    if (tooMany.length > 0) tx.delete(keptForms).where(inArray(keptForms.id, tooMany)).run()
    return true
  })
}

/** What is kept for somebody in a browser and has not expired, the oldest first. */
export async function keptFormsOf(owner: KeptFor, now: Date): Promise<{ readonly id: string; readonly sealed: Buffer }[]> {
  const kept = and(ofOwner(owner), gt(keptForms.expiresAt, now.toISOString()))
  const { id, sealed, expiresAt } = keptForms
  return database().select({ id, sealed }).from(keptForms).where(kept).orderBy(asc(expiresAt)).all()
}

/** Deletes a form; false where it is gone already. */
export async function removeKeptForm(id: string): Promise<boolean> {
  return committed((tx) => tx.delete(keptForms).where(eq(keptForms.id, id)).run().changes === 1)
}

/** Deletes what nobody came back for. */
export async function removeExpiredKeptForms(now: Date): Promise<void> {
  await committed((tx) => tx.delete(keptForms).where(lte(keptForms.expiresAt, now.toISOString())).run())
}
