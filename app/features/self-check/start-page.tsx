import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Labelled, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import type { OutdatedShown } from './outdated.ts'
import { OutdatedAnswers } from './outdated-part.tsx'

type Props = {
  mode: Mode
  at: string
  only: string | undefined
  first: string
  underWay: boolean
  outdated: readonly OutdatedShown[]
  minutes: number
  asksMembers: boolean
}

/** A check of one service is come to from its page. */
const backFrom = (mode: Mode, only: string | undefined) =>
  only ? { href: paths.service(mode, only), k: `services/${only}:name` } : { href: paths.home(mode), k: 'common:nav.home' }

/** Before the first question: what is asked, how answers are stored, and where to begin or continue. */
export function StartPage({ mode, at, only, first, underWay, outdated, minutes, asksMembers }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['check']} back={backFrom(mode, only)}>
      {only && (
        <p className="quiet">
          <Labelled label="check:only" of={{ k: `services/${only}:name` }} />
        </p>
      )}
      <Say as="h1" k="check:title" />
      <Say as="p" className="lead" k="check:lead" />
      <OutdatedAnswers mode={mode} only={only} outdated={outdated} />
      <ul>
        <Say as="li" k={asksMembers ? 'check:about.minutes-each' : 'check:about.minutes'} values={{ minutes }} />
        <Say as="li" k="check:about.filler" />
        <Say as="li" k="check:about.questions" />
        <Say as="li" k="check:about.unsure" />
        <Say as="li" k="check:about.stored" />
        <Say as="li" k="check:about.window" />
      </ul>
      <div className="actions">
        <a className="button" href={first}>
          <Say k={underWay ? 'check:go-on' : 'check:start'} />
          <Icon name="arrow-right" />
        </a>
        <IconLink href={paths.openCheck(mode)} icon="bookmark" k="common:nav.open" />
        {underWay && <IconLink href={paths.clearCheck(mode)} icon="eraser" k="check:clear" />}
      </div>
      <LandPromise />
    </Page>
  )
}
