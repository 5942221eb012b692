import type { Receivers } from '#app/domain/hall.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Status } from '#app/domain/status.ts'
import { type Mode, parallelMode } from '#app/i18n/mode.ts'
import { paperName, statusNext } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { ModeProvider, Say } from '#app/ui/bilingual-text.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { Qr } from '#app/ui/qr.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import type { StoragePeriods } from './storage-periods.ts'
import { StoragePeriodsNote } from './storage-periods-note.tsx'

type Props = {
  mode: Mode
  at: string
  code: string
  address: string | null
  storagePeriods: StoragePeriods
  /** `damaged`: the row that cannot be read, where one cannot. */
  services: readonly {
    readonly number: number
    readonly title: InEvery<string>
    readonly name: string | null
    readonly status: Status
    /** Has a hall received it, or will one: else nothing is said of what it does next. */
    readonly received: boolean
    readonly damaged: { readonly table: string; readonly id: string } | null
  }[]
  /** The papers to have ready, by the keys of their texts; `sent`: a photograph is there. */
  bring: readonly { readonly key: string; readonly textKey: string; readonly name: string | null; readonly sent: boolean }[]
  receivers: readonly Receivers[]
  started: boolean
}

/**
 * The slip to print or photograph: the code large, a QR code that opens the case, the papers to bring, the next steps; always in both
 * languages, because other people read it too.
 */
export function SlipPage({ mode, at, code, address, storagePeriods, services, bring, receivers, started }: Props): JSX.Element {
  return (
    <Page
      {...{ mode, at }}
      texts={['halls', 'application', 'apply']}
      back={{ href: started ? paths.applications(mode) : paths.folder(mode), k: started ? 'application:title' : 'apply:back-to-folder' }}
      script
    >
      <ModeProvider value={parallelMode}>
        <Say as="h1" k="application:slip.title" />
      </ModeProvider>
      <Say as="p" className="lead no-print" k="application:slip.lead" />
      <ModeProvider value={parallelMode}>
        <div className="card slip">
          <p className="case-code">{code}</p>
          {address !== null && (
            <>
              <Qr of={address} />
              <Say as="p" k="application:slip.scan" />
            </>
          )}
          <ul>
            {services.map(({ number, title, name, status, damaged, received }) => (
              <li key={number}>
                <Person name={name} />
                <BilingualText text={title} />
                <p>{damaged ? <UnreadableRow {...damaged} /> : <StatusBadge status={status} />}</p>
                {!damaged && received && <Say as="p" className="quiet" {...statusNext(status)} />}
              </li>
            ))}
          </ul>
          {bring.length > 0 && (
            <>
              <Say as="h2" k="application:slip.bring" />
              <ul>
                {bring.map(({ key, textKey, name, sent }) => (
                  <li key={key}>
                    <Person name={name} />
                    <Say {...paperName(textKey)} /> {sent && <Say className="quiet" k="application:slip.sent" />}
                  </li>
                ))}
              </ul>
            </>
          )}
          {receivers.map((one) => (
            <ReceivedBy key={one.county} receivers={one} as="lines" />
          ))}
          <Say as="p" k="application:slip.pin-not-shown" />
          <StoragePeriodsNote periods={storagePeriods} />
        </div>
      </ModeProvider>
      <div className="actions no-print">
        <a className="button" href={started ? paths.applications(mode) : paths.folder(mode)}>
          <Say k={started ? 'application:slip.to-applications' : 'application:slip.continue'} />
          <Icon name="arrow-right" />
        </a>
        <button type="button" className="button second" data-print hidden>
          <Icon name="printer" />
          <Say k="application:slip.print" />
        </button>
      </div>
    </Page>
  )
}
