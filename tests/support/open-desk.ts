import type { StaffRole } from '#app/domain/staff.ts'
import { beside } from './child-process.ts'

/** A staff member, visibly a sample. */
export type TestStaff = { readonly id: string; readonly name: string; readonly role: StaffRole }

/** Inserts a hall of a place with these staff members, all signed in; resolves with the cookies of each. */
export async function openDesk(
  dataDir: string,
  place: string,
  people: readonly TestStaff[],
  practice = false,
): Promise<Record<string, { staff: string }>> {
  const sessions: Record<string, string> = JSON.parse(await beside('desk-staff', { dataDir, place, people, practice }))
  return Object.fromEntries(Object.entries(sessions).map(([id, staff]) => [id, { staff }]))
}

/** Changes the role of a staff member. */
export async function becomes(dataDir: string, id: string, role: StaffRole): Promise<void> {
  await beside('desk-staff', { dataDir, become: { id, role } })
}

/** Switches somebody off: they do not work here any more. */
export async function leaves(dataDir: string, id: string): Promise<void> {
  await beside('desk-staff', { dataDir, leave: id })
}
