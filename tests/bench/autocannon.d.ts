declare module 'autocannon' {
  /** One request of many; what it does not say is as in the URL. */
  export type Asked = {
    readonly path?: string
    readonly method?: 'GET' | 'POST'
    readonly headers?: Record<string, string>
    readonly body?: string
  }

  /** Loads a URL for `duration` seconds, or with `amount` requests in all, over so many connections. */
  export default function autocannon(options: {
    url: string
    connections: number
    duration?: number
    amount?: number
    headers?: Record<string, string>
    setupClient?(client: { setRequests(requests: Asked[]): void }): void
  }): Promise<
    { requests: { average: number; total: number }; non2xx: number } & { readonly [status in '2xx' | '3xx' | '4xx' | '5xx']: number }
  >
}
