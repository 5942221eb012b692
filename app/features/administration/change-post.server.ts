import { isDeepStrictEqual } from 'node:util'
import { encryptNames, namesOf } from '#app/access/staff-names.server.ts'
import { type Difference, differingLines } from '#app/cases/differences.ts'
import type { Staff } from '#app/domain/staff.ts'
import { type Becoming, becomingOf, type StoredStaff } from '#db/staff.server.ts'
import { type Post, postLines } from './post.server.ts'
import { changeOf, toldPost } from './staff-members.server.ts'

/** What differs between somebody as they are by now, and as they were to be. */
export const differingPost = (one: StoredStaff, post: Post, name: string | null): Difference[] =>
  differingLines(postLines(one, name === null ? null : namesOf(one).name, post, name))

/** Somebody as they are to be: another post, and the name put right. */
export function becomingAs(one: StoredStaff, { hall, ...post }: Post, name: string | null): Becoming {
  const was = namesOf(one)
  const sealed = name === null || name === was.name ? one.sealed : encryptNames(one.id, { ...was, name })
  return { ...becomingOf(one), ...post, sealed, hallId: hall?.id ?? null }
}

/** What is told of it: a name put right, and another post; the names themselves stand nowhere but with the account. */
export function changesTold(by: Staff, one: StoredStaff, post: Post, name: string | null, now: Date) {
  const isRenamed = name !== null && name !== namesOf(one).name
  const isMoved = !isDeepStrictEqual(toldPost(post), toldPost(one))
  const renamed = isRenamed ? [changeOf(by, { member: one.id, what: 'renamed' }, now)] : []
  return isMoved || !isRenamed ? [...renamed, changeOf(by, { member: one.id, what: 'moved', ...toldPost(post) }, now)] : renamed
}
