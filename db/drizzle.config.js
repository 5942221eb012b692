/** Run from the project's root: `npx drizzle-kit generate --config db/drizzle.config.js`. @type {import('drizzle-kit').Config} */
export default { dialect: 'sqlite', schema: './db/schema.server.ts', out: './db/migrations' }
