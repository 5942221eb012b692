import type { StoredStaff } from './staff.server.ts'

/** A list of short texts as it is stored; null is an empty one, undefined: it cannot be read. */
export function listIn(stored: string | null): readonly string[] | undefined {
  if (stored === null) return []
  try {
    const list: unknown = JSON.parse(stored)
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined
  } catch {
    return undefined
  }
}

/** The columns of somebody's roles and of what they serve. */
export const postColumns = ({ roles: [role, ...more], serves }: Pick<StoredStaff, 'role' | 'roles' | 'serves'>) => ({
  ...{ role: role ?? '', moreRoles: more.length > 0 ? JSON.stringify(more) : null },
  serves: serves.length > 0 ? JSON.stringify(serves) : null,
})
