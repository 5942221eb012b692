// What a shared session tells this screen.
import type { SharedSession } from '#app/domain/shared-session.ts'
import { events } from './inputs.ts'
import { show } from './marks.ts'

/** The page as it is now. A page that came after a form was sent is never sent again. */
export const reload = () => location.replace(location.pathname + location.search)

/** Follows what happens on the other screen, also after the connection was cut; `over`: what to do when the assisted session has ended. */
export function listen(follow: (state: SharedSession) => void, over: () => void): void {
  const source = new EventSource(events)
  source.onmessage = ({ data }) => follow(JSON.parse(data))
  source.addEventListener('end', over)
  source.onerror = () => {
    show('cut', true)
    if (source.readyState !== EventSource.CLOSED) return
    source.close()
    fetch(events, { method: 'HEAD' }).then(
      ({ status }) => status === 410 && over(),
      () => undefined,
    )
    setTimeout(listen, 1000, follow, over)
  }
  window.addEventListener('pagehide', () => source.close(), { once: true })
}
// A page of an assisted session is not cached: it is emptied when left, and reloaded on return.
window.addEventListener('pagehide', ({ persisted }) => persisted && document.body.replaceChildren())
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
