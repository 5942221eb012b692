import type { ActionFunctionArgs } from '@remix-run/node'
import { pictureAction } from '#app/features/self-check/picture.server.ts'
import { respond } from '#app/server/response.ts'

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => pictureAction(context, await args.request.formData()))
