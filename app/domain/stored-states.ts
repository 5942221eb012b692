// States that lie in plain columns: what a row of staff, of an upload, of a message or of a key can be.

/** An account is in use, or turned off. */
export const staffStates = ['active', 'off'] as const
/** The state of an account. */
export type StaffState = (typeof staffStates)[number]

/** Pieces of a file arrive, or it can be shown. */
export const uploadStates = ['receiving', 'kept'] as const
/** The state of an upload. */
export type UploadState = (typeof uploadStates)[number]

/** A message is to be sent, was sent, or is tried no more. */
export const messageStates = ['waiting', 'sent', 'given-up'] as const
/** The state of a message. */
export type MessageState = (typeof messageStates)[number]

/** A key encrypts columns and files, or is for keyed hashes. */
export const keyKinds = ['data', 'index'] as const
/** What a key is for. */
export type KeyKind = (typeof keyKinds)[number]
