import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasText } from '#app/i18n/messages.ts'
import { type Retired, type RetiredKind, retired } from '#app/services/retired.ts'

// What stored data speaks of by its id has its name from `i18n/stored-names.ts` alone, and a name for as long as data lie there.

/** Keys of texts made of an id of a definition. */
const rawKey =
  /services\/\$\{[^}]+\}:(name|conditions)|places:(counties|prefectures)\.\$\{|departments:\$\{|instruments:\$\{|questions:\$\{[^}]+\}\.(short|options)|forms:(blocks|papers|fields)\.\$\{|natures:stop\.\$\{/

/** Where ids come from the definitions themselves, and why. */
const ofDefinitions: readonly RegExp[] = [
  // The one place.
  /^i18n\/stored-names\.ts$/,
  // What everybody reads of the definitions as they are.
  /^features\/(explain|self-check|api)\/|^routes\/\$mode\.(check|services)\./,
  // Forms as they are, blank or being filled in.
  /^forms\/|^features\/counter\/paper-form|^features\/application\/(start|step)-page\.tsx$|^ui\/county-options\.tsx$/,
  // What is kept with a submission when it is made.
  /^cases\/(form-texts\.server|submission|folder)\.ts$/,
  // What is entered of a hall: an option that has no text any more is left out.
  /^i18n\/hall-text\.ts$/,
  // A key that is looked up by `optionName`.
  /^features\/application\/my-data\.server\.ts$/,
]

/** Sources in which a stored id may become a key without anybody asking whether there is such a text. */
function unguarded(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([name, text]) => (rawKey.test(text) && !ofDefinitions.some((one) => one.test(name)) ? [name] : []))
}

function sourcesOf(): ReadonlyMap<string, string> {
  const names = readdirSync('app', { recursive: true }).map(String)
  const sources = names.filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
  return new Map(sources.map((name) => [name, readFileSync(join('app', name), 'utf8')]))
}

test('no name of something stored is looked up past stored-names', () => expect(unguarded(sourcesOf())).toEqual([]))

test.each([
  ['features/desk/queue.tsx', 'plain(`services/§:name`)'],
  ['features/desk/queue.tsx', '<Say k={`places:counties.§`} />'],
  ['cases/letter.server.ts', 'both(`departments:§`)'],
  ['features/figures/figures-page.tsx', 'text(language, `services/§:conditions.§.is`)'],
  ['features/application/application-status-page.tsx', '`questions:§.options.§`'],
  ['cases/life-facts.ts', 'return { k: `natures:stop.§` }'],
])('in %s this is found: %s', (name, text) => expect(unguarded(new Map([[name, text.replaceAll('§', `$${'{id}'}`)]]))).toEqual([name]))

/** Sources that ask a definition what a service is in law, which is known of one that went too. */
const lawOfDefinitions = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources].flatMap(([name, text]) => (/serviceById\([^)]*\)\??\.(act|hotlines)\b/.test(text) ? [name] : []))

test('what a service is in law is asked of `lawOf`, which knows those that went', () => {
  expect(lawOfDefinitions(sourcesOf()).filter((name) => name !== 'cases/sample-data.server.ts')).toEqual([])
  expect(lawOfDefinitions(new Map([['cases/x.ts', 'serviceById(service)?.act.placed']]))).toEqual(['cases/x.ts'])
})

/** Where a service is called as it is called today, or was when it went; what was handed in for it is called as it was then. */
const asToday: readonly RegExp[] = [
  // The names themselves, and the one place that knows how an application is called.
  /^i18n\/stored-names\.ts$|^cases\/application-name\.server\.ts$/,
  // Drafts, and what is begun.
  /^cases\/opened-answers\.server\.ts$/,
  /^features\/application\/(delete-folder|folder-|remove-draft|service-list|start-services|submit-page|upload-pages)/,
  // All cases of a service together: filters and figures.
  /^features\/(figures\/figures-page|desk\/queue-filters)\.tsx$/,
  // The service, not an application for it.
  /^features\/administration\/post(-fields\.tsx|\.server\.ts)$/,
  /^ui\/hall\.tsx$|^features\/(explain\/|counter\/start-assisted)|^routes\/\$mode\.(services|desk\.counter\.paper)\./,
]

/** Sources that may call an application by what its service is called today. */
const callingAsToday = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources].flatMap(([name, text]) => (/\bserviceName\(/.test(text) && !asToday.some((one) => one.test(name)) ? [name] : []))

test('no application that was handed in is called by the name its service has today', () => expect(callingAsToday(sourcesOf())).toEqual([]))

test('one that is, is found', () => {
  const page = 'features/desk/case-head.tsx'
  expect(callingAsToday(new Map([[page, '<Say {...serviceName(service)} />']]))).toEqual([page])
})

/** Retired things without a name: `has` tells which keys have a text. */
function nameless(all: Readonly<Record<RetiredKind, Readonly<Record<string, Retired>>>>, has: (key: string) => boolean): string[] {
  const keys = Object.entries(all).flatMap(([kind, things]) => Object.keys(things).map((id) => `retired:${kind}.${id}`))
  return keys.filter((key) => !has(key))
}

test('whatever was taken away keeps its name', () => expect(nameless(retired, hasText)).toEqual([]))

test('what was taken away without a name is found', () => {
  const gone = {
    ...retired,
    conditions: {},
    services: { 'old-service': { until: '2026-11-23' } },
    options: { 'work.old': { until: '2026-11-23' } },
  }
  expect(nameless(gone, (key) => key === 'retired:options.work.old')).toEqual(['retired:services.old-service'])
})
