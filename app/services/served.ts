import { departmentIds } from './departments.ts'
import { serviceById, services } from './index.ts'

/** The services somebody serves who serves these services and departments; undefined: all. What is served no more finds its last cases. */
export function servicesServed(serves: readonly string[]): readonly string[] | undefined {
  if (serves.length === 0) return undefined
  const ofDepartments = services.filter(({ act }) => act.decides.some((department) => serves.includes(department)))
  return [...new Set([...serves, ...ofDepartments.map(({ id }) => id)])]
}

/** Does somebody serve a service? */
export const isServed = (serves: readonly string[], service: string): boolean => servicesServed(serves)?.includes(service) ?? true

/** Departments that decide a service, in the order of their list. */
export const servableDepartments = departmentIds.filter((one) => services.some(({ act }) => act.decides.includes(one)))

/** Can this be served: a service there is, or a department that decides one? */
export const isServable = (id: string): boolean => serviceById(id) !== undefined || servableDepartments.some((one) => one === id)
