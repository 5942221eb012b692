declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  /** A provider of OpenID Connect, as far as the tests set one up. */
  export default class Provider {
    constructor(issuer: string, configuration: { findAccount(context: unknown, id: string): object; [name: string]: unknown })
    callback(): RequestListener
  }
}
