import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import * as build from 'virtual:remix/server-build'
import { setPublicOrigin } from '#app/access/public-origin.server.ts'
import { setSingleSignOn } from '#app/access/single-sign-on.server.ts'
import { namesIn, unfoundStaff } from '#app/access/staff-names.server.ts'
import { type ChainReport, chainOlder, type Head, verifyChain } from '#app/audit-log/audit-log.server.ts'
import { writeSampleCases } from '#app/cases/sample-data.server.ts'
import { setSignInWithoutPassword } from '#app/cases/workers.server.ts'
import { dayOf } from '#app/domain/day.ts'
import { firstInvitation } from '#app/features/account/invitation.server.ts'
import { checkIn } from '#app/features/self-check/saved.server.ts'
import { setShortMessagesOffered } from '#app/forms/short-messages.ts'
import { modes, parallelMode } from '#app/i18n/mode.ts'
import { type Verified, verify } from '#app/jobs/verify.server.ts'
import { paths } from '#app/paths.ts'
import { readAnnounced } from '#app/places/announced-holidays.server.ts'
import { announcedTo } from '#app/places/announcements.server.ts'
import { setAnnounced } from '#app/places/calendar.ts'
import { announcedWith } from '#app/places/notices.server.ts'
import { setUnreadableLog } from '#app/security/stored-value.server.ts'
import { rulesChangeAfter } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import { setUploadFolder } from '#app/uploads/upload-folder.server.ts'
import { auditLogSize } from '#db/audit-log.server.ts'
import { longestRequest } from './body-timeout.ts'
import type { Config } from './config.ts'
import { endStreams } from './event-streams.ts'
import { ofFile, overTls, reading } from './headers.ts'
import { openInstallation } from './installation.ts'
import { createListener } from './listener.ts'
import { renderedOn, untilChange } from './rendered-pages.ts'
import { routeHandler } from './route-handler.ts'
import { startJobs } from './start-jobs.ts'
import { type StaticFiles, staticFiles } from './static-files.ts'

export { linkForAdministrator } from './administrator.ts'
export { readConfig } from './config.ts'
export { prerender } from './prerender.ts'

/** A running server: its address, and how to stop it (running requests finish, the database closes). */
export type Running = { readonly url: string; stop(): Promise<void> }

/** Opens the database, reads the pages of `root`/build into memory, and listens. Resolves once `/readyz` answers yes. @throws where the database does not answer */
export async function serve(config: Config, root: string, log: (line: string) => void): Promise<Running> {
  const { listener, close, isReady, noteKeys } = assemble(config, root, log, 'production')
  await noteKeys()
  await chainOlder()
  const server = createServer({ requestTimeout: longestRequest, headersTimeout: 15_000, maxHeaderSize: 16 * 1024 }, listener)
  await listening(server, config)
  if (!isReady()) throw new Error('The database does not answer')
  const stopJobs = startJobs(config.sms, log)
  for (const { id, sameAs } of await unfoundStaff())
    log(JSON.stringify({ level: 'warn', staff: id, error: `cannot sign in: the sign-in name is that of ${sameAs}` }))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  await inviteFirst(config.publicOrigin ?? url, log)
  return {
    url,
    async stop() {
      await Promise.all([stopped(server), stopJobs()])
      close()
    },
  }
}

/** While there is no administrator: prints the invitation link of the first one. */
export async function inviteFirst(origin: string, log: (line: string) => void): Promise<void> {
  const invitation = await firstInvitation(parallelMode, new Date())
  if (invitation) log(`There is no administrator yet. Who opens this link becomes the first, once: ${origin}${invitation}`)
}

/** Verifies the audit log of a data folder, whether or not a server is running on it; `earlier` is the head of an earlier audit. */
export async function auditOf(config: Config, root: string, earlier?: Head): Promise<ChainReport> {
  const opened = openInstallation(config, root, false)
  await chainOlder()
  const result = await verifyChain(earlier)
  opened.close()
  return result
}

/** Reads everything stored in a data folder and names what is damaged, whether or not a server is running on it. */
export async function verifyAll(config: Config, root: string): Promise<Verified> {
  setUnreadableLog(() => {})
  const opened = openInstallation(config, root, false)
  setUploadFolder(join(config.dataDir, 'papers'))
  const result = await verify({ staff: namesIn, savedCheck: checkIn })
  opened.close()
  return result
}

/** Writes sample cases of every county into a data folder. @throws where it contains real cases: they are never mixed */
export async function writeSampleData(config: Config, root: string, count: number): Promise<void> {
  const opened = openInstallation(config, root, false)
  await opened.noteKeys()
  if ((await auditLogSize()).rows > 0) throw new Error('This data folder holds cases already: sample cases are never put among them')
  await writeSampleCases({ count, counties: [...countyCodes], until: new Date(), seed: 1 })
  opened.close()
}

/** Everything but the socket, for the server and for development. */
export function assemble(
  config: Config,
  root: string,
  log: (line: string) => void,
  mode: 'production' | 'development',
): { listener: RequestListener; isReady(): boolean; noteKeys(): Promise<void>; close(): void } {
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const opened = openInstallation(config, root, secure)
  setUploadFolder(join(config.dataDir, 'papers'))
  setAnnounced(announcedWith(readAnnounced(config.dataDir)))
  setPublicOrigin(config.publicOrigin ?? '')
  setShortMessagesOffered(config.sms !== undefined)
  setSingleSignOn(config.singleSignOn)
  setSignInWithoutPassword(config.singleSignOn !== undefined)
  const listener = createListener({
    pages: routeHandler(build, mode),
    files: mode === 'production' ? allFiles(root, secure) : new Map(),
    isReady: opened.isReady,
    log,
    rateLimit: config.rateLimit,
    trustProxy: config.trustProxy,
    publicOrigin: config.publicOrigin,
  })
  return { listener, isReady: opened.isReady, noteKeys: opened.noteKeys, close: opened.close }
}

const startPages = new Set(modes.map((mode) => paths.home(mode)))

/** Everything served from memory; static pages while the law is that of the day they were rendered on. */
function allFiles(root: string, secure: boolean): Pick<StaticFiles, 'get'> {
  const tls = secure ? overTls : {}
  const [pages, files] = [join(root, 'build/pages'), join(root, 'build/public')]
  const readPages = staticFiles(pages, () => ({ ...reading, ...tls }))
  return untilChange(
    staticFiles(files, (path) => ({ ...ofFile(path), ...tls })),
    readPages,
    rulesChangeAfter(renderedOn(root)),
    Date.now,
    // The start page is built without announcements.
    (path) => startPages.has(path) && announcedTo([], dayOf(new Date())).length > 0,
  )
}

function listening(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

/** Stops a server: no new connections; running requests finish, at most ten seconds. */
function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    endStreams()
    const hard = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(hard)
      resolve()
    })
    server.closeIdleConnections()
  })
}
