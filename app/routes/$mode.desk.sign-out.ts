import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { go } from '#app/access/outcome.ts'
import { takeSignOut } from '#app/features/account/entering.server.ts'
import { paths } from '#app/paths.ts'
import { answer } from '#app/server/answer.ts'

/** Nobody is signed out by a link. */
export const loader = (args: LoaderFunctionArgs) => answer(args, ({ mode }) => go(paths.desk(mode)))

export const action = (args: ActionFunctionArgs) => answer(args, takeSignOut)
