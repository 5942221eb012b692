import { province } from '#app/domain/place.ts'
import { type Staff, scopeOf } from '#app/domain/staff.ts'

/** The place somebody keeps something for: that of their hall; who has none keeps what is the province's. */
export const keptPlace = (staff: Staff): string => scopeOf(staff) ?? province
