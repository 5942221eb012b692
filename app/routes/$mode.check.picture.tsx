import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { pictureAction, pictureLoader } from '#app/features/self-check/picture.server.ts'
import { respond } from '#app/server/response.ts'

export const loader = (args: LoaderFunctionArgs) => respond(args, pictureLoader)

export const action = (args: ActionFunctionArgs) => respond(args, async (context) => pictureAction(context, await args.request.formData()))
