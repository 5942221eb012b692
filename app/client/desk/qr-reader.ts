/** Reads QR codes where the browser cannot; fetched by `scan.ts` only then. */
export { default } from 'qr/decode.js'
