// Reads a code with the camera, where there is one, and goes on as a hand scanner does that types into the same field.
const dialog = document.getElementById('scan-dialog')
const video = dialog.querySelector('video')
const say = (what) => {
  for (const one of dialog.querySelectorAll('[data-say]')) one.hidden = one.dataset.say !== what
}

const end = (opened) => {
  for (const track of opened?.getTracks() ?? []) track.stop()
}

let stream
// Closing ends the round that is on; whatever of it comes later is too late.
let round = 0
function stop() {
  round += 1
  end(stream)
  stream = undefined
  video.srcObject = null
}
dialog.addEventListener('close', stop)
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close())
window.addEventListener('pagehide', stop)
document.addEventListener('visibilitychange', () => document.hidden && dialog.open && dialog.close())

for (const button of document.querySelectorAll('[data-scan]')) {
  button.hidden = !navigator.mediaDevices?.getUserMedia || !dialog.showModal
  button.addEventListener('click', () => scanInto(document.getElementById(button.dataset.scan)))
}

const whyNot = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'none', OverconstrainedError: 'none' }

async function scanInto(field) {
  const now = round
  say('looking')
  dialog.showModal()
  try {
    const words = await readWith(await reader(), () => now === round)
    if (words === undefined) return
    field.value = words.slice(0, field.maxLength)
    dialog.close()
    field.form.querySelector('[type="submit"]').click()
  } catch ({ name }) {
    if (now !== round) return
    stop()
    say(whyNot[name] ?? 'failed')
  }
}

/** Looks through the camera until a code is read; undefined once nobody waits for it any more. */
async function readWith(read, isOn) {
  const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
  if (!isOn()) return end(opened)
  stream = opened
  video.srcObject = opened
  while (isOn()) {
    const words = video.readyState >= video.HAVE_CURRENT_DATA && (await read())
    if (words) return isOn() ? words : undefined
    await new Promise((resolve) => setTimeout(resolve, 120))
  }
}

/** What reads the picture of now: the browser, where it can, else our own reader, fetched only then. */
async function reader() {
  const formats = 'BarcodeDetector' in window ? await BarcodeDetector.getSupportedFormats() : []
  if (formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async () => (await detector.detect(video))[0]?.rawValue
  }
  const { default: decode } = await import('/desk/qr-reader.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return () => {
    const scale = Math.min(1, 960 / Math.max(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decode(context.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: 60 })
    } catch {
      // No code in this picture.
    }
  }
}
