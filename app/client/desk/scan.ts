// Reads a code with the camera, where there is one, and continues like a hand scanner that types into the same field.
import { all, the } from '../shared/elements.ts'

/** Not in every browser, nor in TypeScript's own list. */
declare const BarcodeDetector: {
  new (options: { formats: readonly string[] }): { detect(of: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }
  getSupportedFormats(): Promise<readonly string[]>
}

/** Reads the current picture of the camera; undefined where it shows no code. */
type ReadCode = () => Promise<string | undefined> | string | undefined

const dialog = the<HTMLDialogElement>('#scan-dialog')
const video = the<HTMLVideoElement>('video', dialog)

function say(what: string): void {
  for (const one of all('[data-say]', dialog)) one.hidden = one.dataset.say !== what
}

let stream: MediaStream | undefined
// Closing ends the current session of the camera; a later result of it is ignored.
let session = 0
function stop(): void {
  session += 1
  end(stream)
  stream = undefined
  video.srcObject = null
}

function end(opened: MediaStream | undefined): void {
  for (const track of opened?.getTracks() ?? []) track.stop()
}

dialog.addEventListener('close', stop)
the('[data-close]', dialog).addEventListener('click', () => dialog.close())
window.addEventListener('pagehide', stop)
document.addEventListener('visibilitychange', () => document.hidden && dialog.open && dialog.close())

for (const button of all('[data-scan]')) {
  // `mediaDevices` exists on secure origins only.
  button.hidden = !(navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia || !('showModal' in dialog)
  button.addEventListener('click', () => scanInto(the<HTMLInputElement>(`#${button.dataset.scan}`)))
}

const whyNot: Readonly<Record<string, string>> = {
  ...{ NotAllowedError: 'refused', SecurityError: 'refused' },
  ...{ NotFoundError: 'none', OverconstrainedError: 'none' },
}

async function scanInto(field: HTMLInputElement): Promise<void> {
  const now = session
  say('looking')
  dialog.showModal()
  try {
    const text = await readWith(await reader(), () => now === session)
    if (text === undefined) return
    field.value = text.slice(0, field.maxLength)
    dialog.close()
    if (field.form) the('[type="submit"]', field.form).click()
  } catch (error) {
    if (now !== session) return
    stop()
    say(whyNot[(error as Partial<Error>).name ?? ''] ?? 'failed')
  }
}

/** Reads camera pictures until one shows a code; undefined once the dialog is closed. */
async function readWith(read: ReadCode, isOn: () => boolean): Promise<string | undefined> {
  const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
  if (!isOn()) {
    end(opened)
    return undefined
  }
  stream = opened
  video.srcObject = opened
  while (isOn()) {
    const text = video.readyState >= video.HAVE_CURRENT_DATA && (await read())
    if (text) return isOn() ? text : undefined
    await new Promise((resolve) => setTimeout(resolve, 120))
  }
  return undefined
}

/** Reads a picture: the browser, where it can, else our own reader, fetched only then. */
async function reader(): Promise<ReadCode> {
  const formats = 'BarcodeDetector' in window ? await BarcodeDetector.getSupportedFormats() : []
  if (formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async () => (await detector.detect(video))[0]?.rawValue
  }
  const { default: decode } = await import('./qr-reader.ts')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return () => {
    const scale = Math.min(1, 960 / Math.max(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context?.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return context ? decode(context.getImageData(0, 0, canvas.width, canvas.height)) : undefined
    } catch {
      // No code in this picture.
      return undefined
    }
  }
}
