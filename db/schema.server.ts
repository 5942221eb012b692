/** Every table, as drizzle-kit and the connection want them: in one place. */

export * from './schema/audit-log.server.ts'
export * from './schema/cases.server.ts'
export * from './schema/installation.server.ts'
export * from './schema/staff.server.ts'
export * from './schema/visitors.server.ts'
