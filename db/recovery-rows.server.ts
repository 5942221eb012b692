import { isMoment } from '#app/domain/day.ts'
import {
  type RecoveryKind,
  type RecoveryState,
  type RecoveryWay,
  recoveryKinds,
  recoveryStates,
  recoveryWays,
} from '#app/domain/recovery.ts'
import type { recoveries } from './schema.server.ts'

/** A request to give a lost PIN or code back, as stored: card and digits encrypted. */
export type StoredRecovery = {
  readonly id: string
  /** Null once the folder was deleted. */
  readonly folderId: string | null
  readonly kind: RecoveryKind
  readonly state: RecoveryState
  readonly way: RecoveryWay
  readonly staffId: string
  readonly hallId: string
  readonly place: string
  readonly confirmPlace: string
  readonly confirmedBy: string | null
  readonly sealed: Buffer
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
  /** One of its columns has a value it cannot have. */
  readonly isDamaged: boolean
}

type Row = typeof recoveries.$inferSelect

/** A row as it is read: nothing of it throws. */
export const storedRecovery = ({ createdAt, expiresAt, endedAt, screenHash: _hash, screenUntil: _until, ...row }: Row): StoredRecovery => ({
  ...row,
  ...{ kind: row.kind as RecoveryKind, state: row.state as RecoveryState, way: row.way as RecoveryWay },
  ...{ createdAt: new Date(createdAt), expiresAt: new Date(expiresAt), endedAt: endedAt === null ? null : new Date(endedAt) },
  isDamaged: !isWhole({ ...row, createdAt, expiresAt, endedAt }),
})

const among = (all: readonly string[], one: string) => all.includes(one)

/** Has each column a value it can have? What is encrypted is read by itself. */
export function isWhole({
  kind,
  state,
  way,
  createdAt,
  expiresAt,
  endedAt,
}: Pick<Row, 'kind' | 'state' | 'way' | 'createdAt' | 'expiresAt' | 'endedAt'>) {
  const isKnown = among(recoveryKinds, kind) && among(recoveryStates, state) && among(recoveryWays, way)
  return isKnown && [createdAt, expiresAt, endedAt ?? createdAt].every(isMoment)
}
