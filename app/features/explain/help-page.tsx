import { hasText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { channels } from '#app/services/channels.ts'
import { type Hotline, hotlines } from '#app/services/hotlines.ts'
import { BeforeSettlingLink } from '#app/ui/before-settling-link.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { HotlineLink } from '#app/ui/hotline.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { SearchBox } from './home-page.tsx'

/** Emergencies first, then the general hotline. */
const order = ['110', '119', '120', '12345'] as const

/** Hotlines, web sites, and feedback. */
export function HelpPage({ mode }: { mode: Mode }): JSX.Element {
  const numbers = [...order, ...(Object.keys(hotlines) as Hotline[]).filter((number) => !order.some((one) => one === number))]
  return (
    <Page mode={mode} at={paths.help(mode)} texts={['help', 'hotlines']}>
      <Say as="h1" k="help:title" />
      <Say as="p" className="lead" k="help:lead" />
      <Say as="h2" k="help:hotlines" />
      <ul className="plain-list hotlines">
        {numbers.map((number) => (
          <li key={number}>
            <HotlineLink number={number} />
            {hasText(`hotlines:${number}.note`) && <Say as="p" className="quiet" k={`hotlines:${number}.note`} />}
            {hotlines[number] !== 'high' && <Say as="p" className="quiet" k={`instruments:certaintyMeaning.${hotlines[number]}`} />}
          </li>
        ))}
      </ul>
      <Say as="p" k="help:local-numbers" />
      <Say as="h2" k="help:channels" />
      <ul>
        {channels.map((id) => (
          <li key={id}>
            <strong>
              <Say k={`hotlines:channels.${id}.name`} />
            </strong>{' '}
            <Say k={`hotlines:channels.${id}.for`} />
          </li>
        ))}
      </ul>
      <Say as="p" className="quiet" k="help:no-provincial-app" />
      <p>
        <BeforeSettlingLink />
      </p>
      <LandPromise />
      <SearchBox mode={mode} />
      <Say as="h2" k="help:feedback" />
      <p>
        <IconLink href={paths.feedback(mode, paths.help(mode))} icon="message-square" k="common:report-page" />
      </p>
    </Page>
  )
}
