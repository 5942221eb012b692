declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  /** An OpenID Connect provider: the part of its types the tests use. */
  export default class Provider {
    constructor(issuer: string, configuration: { findAccount(context: unknown, id: string): object; [name: string]: unknown })
    callback(): RequestListener
  }
}
