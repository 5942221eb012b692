import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A real provider on this machine: oidc-provider, with its own sign-in pages, which accept any name. */
export type TestProvider = { readonly env: Record<string, string>; stop(): void }

/** Starts a provider for one site. */
export async function startProvider(origin: string): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'settle', client_secret: 'a-secret-of-the-test', redirect_uris: [`${origin}/desk/sso`] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
  })
  server.on('request', oidc.callback())
  return {
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'settle', OIDC_CLIENT_SECRET: 'a-secret-of-the-test' },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
