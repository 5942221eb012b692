import { stepName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Page } from '#app/ui/page.tsx'
import type { GoneStep } from './gone-step.server.ts'

/** What was typed in a step that is not asked any more, and a way on with it. */
export function GoneStepPage({ mode, at, kind, block, service, mayBegin, inFolder, now, fields, differences }: GoneStep): JSX.Element {
  return (
    <Page
      mode={mode}
      at={at}
      texts={['forms', 'apply', 'conflict', ...(service ? [`services/${service}`] : [])]}
      switching={{ by: 'form', form: 'step' }}
      back={{ href: paths.folder(mode), k: 'apply:back-to-folder' }}
      script
    >
      <Conflict kind={kind} form={mayBegin ? 'step' : null} enter={{ name: 'begin', value: 'yes' }} now={now} differences={differences} />
      <h1>
        <Say {...stepName(block, service)} />
      </h1>
      <form id="step" method="post" action={at}>
        <OpenedAt version="" folder={inFolder} />
        <HiddenFields fields={fields} />
      </form>
    </Page>
  )
}
