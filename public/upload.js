// Sends photographs while they are being chosen: made smaller here, and in pieces, so that a bad line costs seconds and not
// the photograph. Without this script the form sends them whole.
const pieceBytes = 256 * 1024
const longestSide = 2000

for (const form of document.querySelectorAll('form[data-pieces]')) {
  const input = form.querySelector('input[type="file"]')
  if (input) watch(form, input)
}

function watch(form, input) {
  const words = (key) => form.getAttribute(`data-text-${key}`) || ''
  const list = document.createElement('ul')
  list.className = 'sending plain-list'
  const [label, kept] = [input.closest('label') || input, `upload ${location.pathname}`]
  label.parentNode.insertBefore(list, label.nextSibling)
  for (const [name, key] of takeNotes(kept)) lineFor(list, name, words).say(key)

  let [queue, left, sent, off, notes] = [Promise.resolve(), 0, 0, false, []]
  input.addEventListener('change', () => {
    if (off) return
    for (const file of Array.from(input.files)) {
      const line = lineFor(list, file.name, words)
      line.say('waiting')
      left += 1
      queue = queue
        .then(() => sendFile(form.dataset.pieces, file, line))
        .then(ended(file.name, line), () => {
          off = true
          ended(file.name, line)({ error: 'failed' })
        })
    }
    // What is on its way is not sent a second time with the form.
    if (left > 0) input.value = ''
    hideButtons()
  })

  const hideButtons = () => {
    for (const button of form.querySelectorAll('[type="submit"]')) button.hidden = left > 0
  }
  const ended = (name, line) => (outcome) => {
    left -= 1
    if (!outcome.error) sent += 1
    // Refused for a reason that has its own words, or else for any.
    const key = outcome.error && (words(outcome.error) ? outcome.error : 'failed')
    line.say(key || 'done')
    for (const note of [key, outcome.hint]) if (note) notes.push([name, note])
    hideButtons()
    if (left === 0 && sent > 0) {
      keepNotes(kept, notes)
      reload()
    }
  }
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form || left === 0) return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
  window.addEventListener('beforeunload', (event) => {
    if (left === 0 || leaving) return
    event.preventDefault()
    event.returnValue = ''
  })
}

/** A line that tells how a file is doing. */
function lineFor(list, name, words) {
  const line = list.appendChild(document.createElement('li'))
  const title = line.appendChild(document.createElement('span'))
  const bar = line.appendChild(document.createElement('progress'))
  const state = line.appendChild(document.createElement('span'))
  const hint = line.appendChild(document.createElement('p'))
  title.textContent = name
  title.className = 'name'
  bar.setAttribute('aria-label', name)
  bar.hidden = true
  state.setAttribute('role', 'status')
  hint.hidden = true
  return {
    say(key) {
      line.setAttribute('data-state', key)
      if (state.textContent !== words(key)) state.textContent = words(key)
      bar.hidden = key !== 'sending' && key !== 'retry'
    },
    share: (part) => {
      bar.value = part
    },
    hint(key) {
      hint.textContent = words(key)
      hint.hidden = false
    },
  }
}

/** Sends one file until it is there or refused. Throws where the server speaks of something else. */
async function sendFile(url, chosen, line) {
  line.say('sending')
  const { file, hint } = await smaller(chosen).catch(() => ({ file: chosen }))
  if (hint) line.hint(hint)
  let [id, at, standing, again] = ['', 0, 0, 0]
  for (;;) {
    const to = id && `${url}/${encodeURIComponent(id)}?offset=${at}`
    const from = at
    const answer = await insist(
      to || `${url}?start&size=${file.size}`,
      to ? file.slice(at, at + pieceBytes) : new Blob([]),
      line,
      (loaded) => line.share(Math.min(1, (from + loaded) / file.size)),
    )
    if (answer.done) return { hint }
    if (answer.error === 'file-gone' && id && again < 2) {
      // It was given up meanwhile: once more from the beginning.
      again += 1
      id = ''
    } else if (typeof answer.offset === 'number' && (answer.id || id)) {
      id = answer.id || id
      standing = to && answer.offset <= at ? standing + 1 : 0
      at = answer.offset
      if (standing > 5) return { error: 'failed' }
    } else return { error: answer.error }
  }
}

/** Posts until there is an answer: a line that is cut, or a server that is busy, is tried again. */
async function insist(url, body, line, share) {
  for (let tries = 0; ; tries += 1) {
    const { status, text } = await post(url, body, share)
    if (status > 0 && status < 500 && status !== 408 && status !== 429) return answerOf(text)
    if (status >= 500 && tries > 6) return answerOf(text)
    line.say('retry')
    await pause(Math.min(30, 2 ** tries) * 1000)
    line.say('sending')
  }
}

function answerOf(text) {
  const answer = JSON.parse(text)
  if (!answer.error && typeof answer.offset !== 'number' && !answer.done) throw new Error('This is no answer')
  return answer
}

function post(url, body, share) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const end = () => {
      const { status, responseText: text, responseURL } = request
      // Led elsewhere: the folder is closed on this device, and the page will say so.
      if (status && responseURL && responseURL !== asked) reload()
      else resolve({ status, text })
    }
    const asked = new URL(url, location.href).href
    request.open('POST', asked)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    request.timeout = 180000
    request.upload.onprogress = ({ loaded }) => share(loaded)
    request.onloadend = end
    request.send(body)
  })
}

/** Waits, but no longer than until the phone has signal again. */
function pause(time) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, time)
    window.addEventListener('online', end)
  })
}

let leaving = false

/** Without what follows `#`: with it, nothing would be loaded. */
function reload() {
  leaving = true
  location.replace(location.pathname + location.search)
}

/** What is to be read after the page has loaded again. */
function keepNotes(key, notes) {
  try {
    if (notes.length > 0) sessionStorage.setItem(key, JSON.stringify(notes))
  } catch (_error) {
    // A full or forbidden store loses a hint, no more.
  }
}

function takeNotes(key) {
  try {
    const notes = JSON.parse(sessionStorage.getItem(key) || '[]')
    sessionStorage.removeItem(key)
    return notes
  } catch (_error) {
    return []
  }
}

/**
 * The photograph made smaller, and whether it looks blurred or dark. Rejects where the browser cannot decode it.
 * Browsers differ in whether they turn a photograph that was taken sideways: so its orientation is taken out before and
 * put back after, and the server turns it.
 */
async function smaller(file) {
  if (file.type === 'application/pdf' || file.size > 4e7) return { file }
  const bytes = new Uint8Array(await new Response(file).arrayBuffer())
  const turn = turnOf(bytes)
  if (turn) bytes.set(turn.little ? [1, 0] : [0, 1], turn.at)
  const picture = await createImageBitmap(turn ? new Blob([bytes], { type: 'image/jpeg' }) : file)
  const small = drawn(picture, longestSide)
  const hint = hintOf(drawn(picture, 320))
  if (picture.close) picture.close()
  const blob = await new Promise((resolve) => small.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob || blob.size >= file.size) return { file, hint }
  return { file: turn ? new Blob([blob.slice(0, 2), exifOf(turn.value), blob.slice(2)], { type: 'image/jpeg' }) : blob, hint }
}

function drawn(picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Where a JPEG says how it is to be turned, and how; nothing where it stands upright. */
function turnOf(bytes) {
  const two = (at, little) => (little ? bytes[at] | (bytes[at + 1] << 8) : (bytes[at] << 8) | bytes[at + 1])
  if (two(0) !== 0xffd8) return
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + two(at + 2)) {
    if (bytes[at + 1] !== 0xe1 || two(at + 4) !== 0x4578) continue
    const tiff = at + 10
    const little = bytes[tiff] === 0x49
    const directory = tiff + two(tiff + (little ? 4 : 6), little)
    for (let entry = 0; entry < two(directory, little); entry += 1) {
      const field = directory + 2 + entry * 12
      const value = two(field + 8, little)
      if (two(field, little) === 0x112) return value > 1 && value < 9 ? { at: field + 8, little, value } : undefined
    }
  }
}

/** An EXIF segment that says how to turn, and nothing else. */
function exifOf(turn) {
  const [head, field] = ['ff e1 00 22 45 78 69 66 00 00 4d 4d 00 2a 00 00 00 08 00 01', '01 12 00 03 00 00 00 01 00']
  const start = `${head} ${field}`.split(' ').map((pair) => Number.parseInt(pair, 16))
  return new Uint8Array([...start, turn, 0, 0, 0, 0, 0, 0])
}

/** Does a small copy look dark, or blurred: hardly any light, hardly any edges? */
function hintOf(canvas) {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const grey = new Float32Array(width * height)
  let light = 0
  for (let at = 0; at < grey.length; at += 1) {
    grey[at] = 0.3 * data[4 * at] + 0.59 * data[4 * at + 1] + 0.11 * data[4 * at + 2]
    light += grey[at]
  }
  if (light / grey.length < 50) return 'dark'
  let [sum, squares, count] = [0, 0, 0]
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const edge = grey[at - 1] + grey[at + 1] + grey[at - width] + grey[at + width] - 4 * grey[at]
      sum += edge
      squares += edge * edge
      count += 1
    }
  if (count > 0 && squares / count - (sum / count) ** 2 < 60) return 'blurred'
}
