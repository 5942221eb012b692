/** Every table, in one place for drizzle-kit and the connection. */

export * from './schema/audit-log.server.ts'
export * from './schema/cases.server.ts'
export * from './schema/finding.server.ts'
export * from './schema/installation.server.ts'
export * from './schema/letters.server.ts'
export * from './schema/place-texts.server.ts'
export * from './schema/staff.server.ts'
export * from './schema/visitors.server.ts'
