declare module 'autocannon' {
  /** Loads a URL for `duration` seconds over so many connections. */
  export default function autocannon(options: {
    url: string
    connections: number
    duration: number
    headers?: Record<string, string>
  }): Promise<{ requests: { average: number }; non2xx: number }>
}
