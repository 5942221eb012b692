import { setImmediate } from 'node:timers/promises'
import { type ApplicationEvent, applicationEvent, isMoving, movedBy } from '#app/domain/event.ts'
import { isHandedIn, type Status } from '#app/domain/status.ts'
import { chainBeginnings, purposes } from '#app/domain/stored-labels.ts'
import { decryptText } from '#app/security/encryption.server.ts'
import { parseStored } from '#app/security/stored-value.server.ts'
import { statusesOf } from '#db/applications.server.ts'
import { type AuditRow, auditLogSize, auditRowsAfter, chainRows } from '#db/audit-log.server.ts'
import { contentHash, linkHash } from './chain-hash.server.ts'

const batch = 200

/** Where the audit log ends: the number of its last event and the hash that covers everything before it. To be stored elsewhere. */
export type Head = { readonly position: number; readonly chain: string }

/**
 * Where the chain first breaks, and how: an event was changed (`content`), removed from or inserted into an application's history
 * (`link`), removed from or inserted into the audit log (`chain`), emptied though its application exists (`emptied`); a transition was made
 * that the life cycle does not allow (`move`), an application has a status its events do not lead to (`status`) or is missing though
 * nobody deleted it (`gone`), or the audit log ends before a saved head (`head`).
 */
export type Break = {
  readonly what: 'content' | 'link' | 'chain' | 'emptied' | 'move' | 'status' | 'gone' | 'head'
  readonly position: number | null
  readonly applicationId: string | null
}

/** Result of an audit. */
export type ChainReport = { readonly events: number; readonly applications: number; readonly head: Head; readonly broken: Break | null }

/** State of an application while the audit log is read. */
type Sofar = { link: string; seq: number; status: Status; emptied: number | null; forgotten: boolean }

/**
 * Reads the whole audit log and checks that it was not altered: every event as it was written, every chain without a gap, every
 * application with the status its events lead to. `earlier` is the head of an earlier audit: without it missing newest events go unnoticed.
 */
export async function verifyChain(earlier?: Head): Promise<ChainReport> {
  const [lives, statuses] = [new Map<string, Sofar>(), await statusesOf()]
  let [events, position, chain]: [number, number, string] = [0, 0, chainBeginnings.all]
  let earlierSeen = earlier === undefined
  const result = (broken: Break | null): ChainReport => ({ events, applications: statuses.size, head: { position, chain }, broken })
  for (let rows = await auditRowsAfter(0, batch); rows.length > 0; rows = await auditRowsAfter(position, batch)) {
    // Yields to other requests: a long audit log is read beside the daily work.
    await setImmediate()
    for (const row of rows) {
      const of = lives.get(row.applicationId) ?? beginningOf(row.applicationId)
      const what = wrongWith(row, of, chain, statuses)
      if (what) return result({ what, position: row.position, applicationId: row.applicationId })
      lives.set(row.applicationId, of)
      ;[events, position, chain] = [events + 1, row.position, row.chain]
      earlierSeen ||= row.position === earlier?.position && row.chain === earlier.chain
    }
  }
  if (!earlierSeen) return result({ what: 'head', position: earlier?.position ?? null, applicationId: null })
  for (const [id, { emptied, forgotten, status }] of lives) {
    if (forgotten) continue
    if (emptied !== null) return result({ what: 'emptied', position: emptied, applicationId: id })
    // Drafts that were never submitted are deleted with their folder.
    if (!statuses.has(id) && isHandedIn(status)) return result({ what: 'gone', position: null, applicationId: id })
  }
  for (const [id, status] of statuses)
    if ((lives.get(id)?.status ?? 'draft') !== status) return result({ what: 'status', position: null, applicationId: id })
  return result(null)
}

const beginningOf = (id: string): Sofar => ({ link: chainBeginnings.of(id), seq: 0, status: 'draft', emptied: null, forgotten: false })

/** What is wrong with a row; undefined, and `of` brought up to date, where nothing is. */
function wrongWith(row: AuditRow, of: Sofar, chain: string, statuses: ReadonlyMap<string, Status>): Break['what'] | undefined {
  if (row.chain !== linkHash(chain, row.content)) return 'chain'
  if (row.seq !== of.seq + 1 || row.link !== linkHash(of.link, row.content)) return 'link'
  of.link = row.link
  of.seq = row.seq
  if (row.type === 'forget') of.forgotten = true
  if (row.sealed.length === 0) {
    if (statuses.has(row.applicationId)) return 'emptied'
    of.emptied ??= row.position
    return undefined
  }
  const event = decryptRow(row)
  if (!event || event.type !== row.type || event.at !== row.at) return 'content'
  if (!isMoving(event)) return undefined
  const to = movedBy(of.status, event)
  if (!to) return 'move'
  of.status = to
  return undefined
}

/** The event of a row; undefined where it is not the one that was written. */
function decryptRow({ id, sealed, content }: AuditRow): ApplicationEvent | undefined {
  const plaintext = decryptText(sealed, purposes.event(id))
  if (plaintext === undefined || contentHash(id, plaintext) !== content) return undefined
  const read = parseStored({ table: 'events', id }, () => applicationEvent.parse(JSON.parse(plaintext)))
  return read.ok ? read.value : undefined
}

/** Chains events written before there was a chain, once; returns how many. Call it before the server listens: nothing else may write. @throws where an event does not decrypt */
export async function chainOlder(): Promise<number> {
  const { rows, unchained } = await auditLogSize()
  if (unchained === 0) return 0
  if (unchained < rows) throw new Error('Part of the audit log is not chained: it was altered')
  const links = new Map<string, string>()
  let [position, chain]: [number, string] = [0, chainBeginnings.all]
  for (let older = await auditRowsAfter(0, batch); older.length > 0; older = await auditRowsAfter(position, batch)) {
    await chainRows(
      older.map((row) => {
        const plaintext = decryptText(row.sealed, purposes.event(row.id))
        if (plaintext === undefined) throw new Error('An event does not unlock')
        const content = contentHash(row.id, plaintext)
        const link = linkHash(links.get(row.applicationId) ?? chainBeginnings.of(row.applicationId), content)
        links.set(row.applicationId, link)
        ;[position, chain] = [row.position, linkHash(chain, content)]
        return { position, content, link, chain }
      }),
    )
  }
  return unchained
}
