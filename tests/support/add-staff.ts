import type { NewEvent } from '#db/audit-log.server.ts'
import { committed } from '#db/commit.server.ts'
import { insertStaff, type StoredStaff } from '#db/staff.server.ts'

/** Stores a staff member straight away, as no page does; false when their sign-in name is taken. */
export const addStaff = (one: StoredStaff, at: Date, event?: NewEvent): Promise<boolean> =>
  committed((tx) => insertStaff(tx, one, at, event))
