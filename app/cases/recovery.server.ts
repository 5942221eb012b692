import { z } from 'zod'
import type { ApplicationEvent } from '#app/domain/event.ts'
import {
  type CardKind,
  cardKinds,
  isOpenRecovery,
  openStates,
  phoneTries,
  type RecoveryState,
  type RecoveryStep,
  recoveryScreenMinutes,
} from '#app/domain/recovery.ts'
import { hashLabels, purposes } from '#app/domain/stored-labels.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { hashPin } from '#app/security/pin.server.ts'
import { secureRandom } from '#app/security/random.server.ts'
import { type Read, readStored } from '#app/security/stored-value.server.ts'
import { runningAssistedSessions } from '#db/assisted-sessions.server.ts'
import { folderById } from '#db/folders.server.ts'
import type { NewMessage } from '#db/outbox.server.ts'
import {
  changeRecovery,
  overdueRecoveries,
  type RecoveryChange,
  recoveryById,
  recoveryOfScreen,
  replacePin,
  type StepWritten,
} from '#db/recoveries.server.ts'
import type { StoredRecovery } from '#db/recovery-rows.server.ts'
import { endAssistedSession } from './assisted-session.server.ts'
import { encryptEvent, eventActor } from './case-events.server.ts'
import { refusingFullDisk } from './disk-full.server.ts'
import { type OpenFolder, storedRead } from './folder.server.ts'
import { phoneIn } from './folder.ts'
import { folderMessages } from './notification.server.ts'

/** What is known of the card; and, where the telephone confirms, a hash of the digits it was sent, and how often others were typed. */
export type RecoveryCard = { readonly card: CardKind; readonly digits: string; readonly phoneHash?: string; readonly tries?: number }

const cardSchema = z.object({
  card: z.enum(cardKinds),
  digits: z.string(),
  phoneHash: z.string().optional(),
  tries: z.number().int().optional(),
}) satisfies z.ZodType<RecoveryCard>

/** The card of a request, or that it cannot be read. */
export const cardOf = ({ id, sealed }: Pick<StoredRecovery, 'id' | 'sealed'>): Read<RecoveryCard> =>
  readStored({ table: 'recoveries', id }, sealed, purposes.recovery(id), (plain) => cardSchema.parse(JSON.parse(plain.toString('utf8'))))

/** The same, encrypted. */
export const encryptCard = (id: string, card: RecoveryCard): Buffer => encryptText(JSON.stringify(card), purposes.recovery(id))

type Actor = ApplicationEvent['actor']
type Told = Omit<Extract<ApplicationEvent, { type: 'recover' }>, 'type' | 'actor' | 'at' | 'id' | 'what' | 'step'>
type Step = { readonly step: RecoveryStep; readonly actor: Actor; readonly at: Date; readonly told?: Told }

/** The events of a step, one for each application of the folder, and its messages. */
export function stepWritten(
  { id, kind }: Pick<StoredRecovery, 'id' | 'kind'>,
  { step, actor, at, told = {} }: Step,
  messages: readonly NewMessage[] = [],
): StepWritten {
  const event = () => encryptEvent({ type: 'recover', actor, at: at.toISOString(), id, step, what: kind, ...told })
  return { events: event, messages }
}

/** The folder of a request, decrypted; undefined where it was deleted, or cannot be read. */
export async function folderOfRecovery({ folderId }: Pick<StoredRecovery, 'folderId'>): Promise<OpenFolder | undefined> {
  const stored = folderId === null ? undefined : await folderById(folderId)
  const read = stored && (await storedRead(stored))
  return read?.ok ? read.value : undefined
}

/** Takes a step of a request, where it is in one of these states. */
export async function stepRecovery(
  recovery: StoredRecovery,
  from: readonly RecoveryState[],
  step: Step,
  change: RecoveryChange,
  messages: readonly NewMessage[] = [],
): Promise<boolean> {
  return refusingFullDisk(changeRecovery(recovery, from, change, stepWritten(recovery, step, messages)))
}

/** News of a request to the number in the folder, and to the one before it. */
export function newsTo(open: OpenFolder, text: string, at: Date): NewMessage[] {
  const phones = new Set([phoneIn(open.folder), open.folder.phoneBefore?.phone])
  return [...phones].flatMap((phone) => folderMessages(open, phone, text, at, { tail: open.code.slice(-4) }))
}

/** Digits to be read out from the telephone in the folder: what is stored of them, and the message. */
export function phoneDigits(open: OpenFolder, id: string, at: Date): { readonly phoneHash: string; readonly messages: NewMessage[] } {
  const digits = String(secureRandom(4).readUInt32LE() % 1_000_000).padStart(6, '0')
  const messages = folderMessages(open, phoneIn(open.folder), 'recovery-digits', at, { digits })
  return { phoneHash: keyedHash(hashLabels.recoveryPhone(id, digits)), messages }
}

/** What came of digits that were read out. */
export type PhoneOutcome = 'confirmed' | 'wrong' | 'too-often' | 'stale'

/** Tries digits read out from the telephone: after too many wrong ones the request ends. */
export async function tryPhone(recovery: StoredRecovery, digits: string, actor: Actor, at: Date): Promise<PhoneOutcome> {
  const card = cardOf(recovery)
  if (!card.ok) return 'stale'
  if (card.value.phoneHash === keyedHash(hashLabels.recoveryPhone(recovery.id, digits)))
    return (await stepRecovery(recovery, ['waiting'], { step: 'confirmed', actor, at, told: { way: 'phone' } }, { state: 'confirmed' }))
      ? 'confirmed'
      : 'stale'
  const tries = (card.value.tries ?? 0) + 1
  const sealed = encryptCard(recovery.id, { ...card.value, tries })
  const isOver = tries >= phoneTries
  const replaces = recovery.sealed
  const change: RecoveryChange = isOver ? { state: 'left', sealed, replaces, endedAt: at } : { sealed, replaces }
  if (!(await stepRecovery(recovery, ['waiting'], { step: 'wrong-digits', actor, at, told: { way: 'phone' } }, change))) {
    // Others were typed at the same moment: each counts.
    const now = await recoveryById(recovery.id)
    return now?.state === 'waiting' ? tryPhone(now, digits, actor, at) : 'stale'
  }
  return isOver ? 'too-often' : 'wrong'
}

const screenHashOf = (token: string) => keyedHash(hashLabels.recoveryScreen(token))

/** A new token of the screen on which the PIN is chosen, once; the one before is no longer valid. Undefined where it is not confirmed. */
export async function openPinScreen(recovery: StoredRecovery, actor: Actor, at: Date): Promise<string | undefined> {
  const token = secureRandom(24).toString('base64url')
  const until = new Date(at.getTime() + recoveryScreenMinutes * 60_000)
  const opened = await stepRecovery(
    recovery,
    ['confirmed'],
    { step: 'screen', actor, at },
    { screen: { hash: screenHashOf(token), until } },
  )
  return opened ? token : undefined
}

/** The request and the folder a PIN can be chosen for with this token; undefined where it is not valid. */
export async function pinScreen(
  token: string,
  now: Date,
): Promise<{ readonly recovery: StoredRecovery; readonly open: OpenFolder } | undefined> {
  const recovery = token === '' ? undefined : await recoveryOfScreen(screenHashOf(token), now)
  const open = recovery && (await folderOfRecovery(recovery))
  return recovery && open ? { recovery, open } : undefined
}

/** The resident has chosen: the folder has another PIN, nobody has it open any more, and they are told. False where it was used meanwhile. */
export async function choosePin(
  { recovery, open }: NonNullable<Awaited<ReturnType<typeof pinScreen>>>,
  pin: string,
  at: Date,
): Promise<boolean> {
  const pinHash = await hashPin(pin)
  const written = stepWritten(recovery, { step: 'done', actor: eventActor('resident'), at }, newsTo(open, 'recovery-done', at))
  if (!(await refusingFullDisk(replacePin(recovery, { pinHash, codeHash: open.stored.codeHash, at }, written)))) return false
  for (const one of await runningAssistedSessions()) if (one.folderId === recovery.folderId) await endAssistedSession(one, 'right', at)
  return true
}

/** A request as it is now: one beyond its time ends here. */
export async function upToDate(recovery: StoredRecovery, now: Date): Promise<StoredRecovery> {
  if (!isOpenRecovery(recovery.state) || recovery.isDamaged || recovery.expiresAt > now) return recovery
  await expire(recovery, now)
  return { ...recovery, state: 'expired', endedAt: now }
}

const expire = (recovery: StoredRecovery, now: Date) =>
  stepRecovery(
    recovery,
    openStates,
    { step: 'expired', actor: eventActor('system'), at: now },
    { state: 'expired', endedAt: now, screen: null },
  )

/** Ends every request beyond its time; never one whose time cannot be read. */
export async function expireRecoveries(now: Date): Promise<void> {
  for (const one of await overdueRecoveries(now)) if (!one.isDamaged) await expire(one, now)
}
