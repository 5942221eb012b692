import { province } from '#app/domain/place.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'

/** The place somebody writes for: that of their hall; who has none writes what is the province's. */
export const ownPlace = (staff: Staff): string => scopeOf(staff) ?? province
