import type { Mode } from '#app/i18n/mode.ts'
import { paperName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { OpenedAt } from '#app/ui/conflict.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'

/** A draft that is to be removed with photographs, and those that go with it, by paper. */
export type RemovedWithFiles = {
  readonly number: number
  readonly service: string
  readonly name: string | null
  readonly version: string
  readonly files: readonly { readonly textKey: string; readonly count: number }[]
}

type Props = { mode: Mode; at: string; inFolder: string; removing: RemovedWithFiles }

/** Asks once before photographs go with a draft: nothing is removed yet. */
export function RemoveDraftPage({ mode, at, inFolder, removing }: Props): JSX.Element {
  const { number, service, name, version, files } = removing
  const form = `remove-${number}`
  return (
    <Page
      mode={mode}
      at={at}
      texts={['apply', 'forms']}
      switching={{ by: 'form', form }}
      back={{ href: paths.folder(mode), k: 'apply:back-to-folder' }}
      script
    >
      <Say as="h1" k="apply:remove.title" />
      <p className="lead">
        <Say {...serviceName(service)} />
        <ForMember name={name} />
      </p>
      <Say as="p" k="apply:remove.lead" values={{ count: files.reduce((sum, { count }) => sum + count, 0) }} />
      <ul>
        {files.map(({ textKey, count }) => (
          <li key={textKey}>
            <Say {...paperName(textKey)} /> <Say className="quiet" k="application:files" values={{ count }} />
          </li>
        ))}
      </ul>
      <form id={form} method="post" action={paths.folder(mode)}>
        <OpenedAt version={version} folder={inFolder} />
        <input type="hidden" name="remove" value={number} />
        <div className="actions">
          <button type="submit" className="button" name="sure" value="yes">
            <Say k="apply:remove.button" />
          </button>
          <a className="button second" href={paths.folder(mode)}>
            <Say k="apply:remove.keep" />
          </a>
        </div>
      </form>
    </Page>
  )
}
