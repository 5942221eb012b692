import * as build from 'virtual:remix/server-build'
import { type Day, dayOf } from '#app/domain/day.ts'
import { staticPages } from '#app/features/static-pages.ts'
import { innerOrigin, routeHandler } from './route-handler.ts'

/**
 * Every static page as HTML, by URL path, and the day they are rendered as of.
 * @throws where one does not render, sets a cookie or contains a script
 */
export async function prerender(): Promise<{ readonly on: Day; readonly pages: ReadonlyMap<string, string> }> {
  const on = dayOf(new Date())
  const pages = routeHandler(build, 'production')
  const rendered = new Map<string, string>()
  for (const path of staticPages(on)) {
    const answer = await pages(new Request(innerOrigin + path))
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    if (/<script/i.test(html) || answer.headers.has('Set-Cookie'))
      throw new Error(`${path} is not the same for everyone: it has a script or a cookie`)
    rendered.set(path, html)
  }
  return { on, pages: rendered }
}
