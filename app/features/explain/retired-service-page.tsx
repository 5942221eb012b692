import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Hotlines } from '#app/ui/hotline.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'

/** A service that went: its last day, and what took its place. */
export type RetiredService = { readonly service: string; readonly until: string; readonly successor: string | null }

/** The page of a service that went: that it did, and where one goes now. */
export function RetiredServicePage({ mode, service, until, successor }: RetiredService & { mode: Mode }): JSX.Element {
  return (
    <Page mode={mode} at={paths.service(mode, service)} texts={['retired']}>
      <Say as="h1" {...serviceName(service)} />
      <Say as="p" className="lead" k="retired:service.lead" />
      <Say as="p" k="retired:draft.until" values={(language) => ({ day: formatDay(language, until) })} />
      {successor === null ? (
        <Say as="p" k="retired:service.none" />
      ) : (
        <p>
          <Say k="retired:draft.successor" />{' '}
          <a className="button" href={paths.service(mode, successor)}>
            <Say {...serviceName(successor)} />
            <Icon name="arrow-right" />
          </a>
        </p>
      )}
      <p>
        <a className="text-link" href={paths.services(mode)}>
          <Say k="common:nav.services" />
        </a>
      </p>
      <Hotlines numbers={['12345']} />
    </Page>
  )
}
