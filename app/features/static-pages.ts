import type { Day } from '#app/domain/day.ts'
import { modes } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { topicIds } from '#app/services/define.ts'
import { explanations } from '#app/services/explanations.ts'
import { servicesOn } from '#app/services/index.ts'

/** The URL of every static page: the same for everyone, rendered once per build as of its day. */
export function staticPages(asOf: Day): string[] {
  return modes.flatMap((mode) => [
    paths.home(mode),
    paths.policy(mode),
    paths.beforeSettling(mode),
    paths.services(mode),
    paths.help(mode),
    paths.privacy(mode),
    ...topicIds.map((topic) => paths.topic(mode, topic)),
    ...servicesOn(asOf).map(({ id }) => paths.service(mode, id)),
    ...explanations.map(({ id }) => paths.explanation(mode, id)),
  ])
}
