/** A module that runs in a worker thread, bundled by `app/run/thread-plugin.js`: the address of its file. */
declare module '*?thread' {
  const address: string
  export default address
}

declare module 'heic-decode' {
  type Picture = {
    width: number
    height: number
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }>
  }
  const decoder: { all(of: { buffer: Uint8Array }): Promise<Picture[]> }
  export default decoder
}

/** The package's own types leave out what we use. */
declare module '@neslinesli93/qpdf-wasm' {
  type Files = {
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array
  }
  export default function qpdf(options: {
    locateFile(): string
    noInitialRun: true
  }): Promise<{ FS: Files; callMain(options: string[]): number }>
}
