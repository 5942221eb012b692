import { linkHours } from '#app/access/invitation.server.ts'
import { chainOlder } from '#app/audit-log/audit-log.server.ts'
import { type AdministratorShown, administratorLink, administratorsShown } from '#app/features/account/administrator-link.server.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import type { Config } from './config.ts'
import { openInstallation } from './installation.ts'

/** Who is asked for a link: the sign-in name or id of an administrator. `withoutSecondFactor`: their device is lost as well. */
export type LinkAsked = { readonly who: string; readonly withoutSecondFactor: boolean }

/** The result: the link, or the administrators there are to choose from. */
export type LinkMade =
  | { readonly link: string; readonly of: AdministratorShown; readonly hours: number }
  | { readonly link: null; readonly administrators: readonly AdministratorShown[] }

/** Makes a link by which an administrator of a data folder chooses a new password, whether or not a server is running on it. */
export async function linkForAdministrator(config: Config, root: string, wanted?: LinkAsked): Promise<LinkMade> {
  const opened = openInstallation(config, root, false)
  try {
    await opened.noteKeys()
    await chainOlder()
    const made = wanted && (await administratorLink(parallelMode, wanted.who, wanted, new Date()))
    if (!made) return { link: null, administrators: await administratorsShown() }
    const origin = config.publicOrigin ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
    return { link: `${origin}${made.path}`, of: made.of, hours: linkHours }
  } finally {
    opened.close()
  }
}
