import { randomUUID } from 'node:crypto'
import { isMobile } from '#app/domain/identity.ts'
import { purposes } from '#app/domain/stored-labels.ts'
import type { MessageState } from '#app/domain/stored-states.ts'
import type { Notice } from '#app/domain/transition.ts'
import { areShortMessagesOffered } from '#app/forms/short-messages.ts'
import { formatDay } from '#app/i18n/format.ts'
import { plainText } from '#app/i18n/messages.ts'
import { isMode, sourceLanguage } from '#app/i18n/mode.ts'
import { encryptText } from '#app/security/encryption.server.ts'
import { messagesOf, type NewMessage } from '#db/outbox.server.ts'
import type { Folder } from './folder.ts'
import { languageOf } from './folder-language.ts'

/** A message to be written with its event; undefined for a landline. `phone` as `parsePhone` returns it. */
export function message(applicationId: string, phone: string, text: string, now: Date, notBefore?: Date): NewMessage | undefined {
  if (!isMobile(phone)) return undefined
  const id = randomUUID()
  return { id, applicationId, sealed: encryptText(JSON.stringify([phone, text]), purposes.message(id)), createdAt: now, notBefore }
}

type HandedIn = Parameters<typeof languageOf>[1][number] & { readonly id: string }
type Of = { readonly application: { readonly id: string }; readonly folder?: Folder; readonly code?: string }

/** Messages to the resident, where they asked for them and somebody delivers them: nothing personal but the end of the code. */
export function messagesFor({ application, folder, code = '' }: Of, notices: readonly Notice[], at: Date): NewMessage[] {
  if (!folder || folder.practice || !areShortMessagesOffered()) return []
  const phone = folder.values['contact/home/phone']
  if (folder.values['contact/home/messages'] !== 'sms' || typeof phone !== 'string') return []
  const from = ({ notBefore }: Notice) => (notBefore === undefined ? undefined : new Date(notBefore))
  return notices.flatMap((notice) => message(application.id, phone, messageText(notice, code), at, from(notice)) ?? [])
}

/**
 * News of the folder itself, to the mobile number that stands or stood in it: whoever has a lost PIN given back is told there, whatever they
 * chose for other news. Nothing where nobody delivers any.
 */
export function folderMessages(
  { folder, applications }: { readonly folder: Folder; readonly applications: readonly HandedIn[] },
  phone: string | undefined,
  text: string,
  at: Date,
  values: Readonly<Record<string, string>> = {},
): NewMessage[] {
  const [first] = applications
  if (!first || phone === undefined || folder.practice || !areShortMessagesOffered()) return []
  const sent = message(
    first.id,
    phone,
    plainText(languageOf(folder, applications), `messages:${text}`, () => values),
    at,
  )
  return sent ? [sent] : []
}

const messageText = ({ mode, text, until }: Notice, code: string) =>
  plainText(isMode(mode) ? mode : sourceLanguage, `messages:${text}`, (language) => ({
    tail: code.slice(-4),
    ...(until ? { until: formatDay(language, until) } : {}),
  }))

/** The states of the messages of an application that may be told: where nobody delivers any, none is said to be waiting. */
export async function toldMessages(applicationId: string): Promise<MessageState[]> {
  const states = (await messagesOf(applicationId)).map(({ state }) => state)
  return areShortMessagesOffered() ? states : states.filter((state) => state !== 'waiting')
}
