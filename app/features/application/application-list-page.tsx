import type { Announcement } from '#app/domain/announcement.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Announcements } from '#app/ui/announcements.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'
import { FolderLanguage } from './folder-language-page.tsx'
import type { HandedInNow } from './handed-in.server.ts'
import { HandedInPart } from './handed-in-part.tsx'
import type { lateWhys } from './late-whys.ts'
import { SavedAt } from './step-page.tsx'
import type { StoragePeriods } from './storage-periods.ts'
import { StoragePeriodsNote } from './storage-periods-note.tsx'
import type { ListedApplication } from './summaries.ts'
import { YourTurnPart } from './your-turn-part.tsx'

type ListProps = {
  mode: Mode
  at: string
  code: string
  language: Mode
  savedAt: string
  applications: readonly ListedApplication[]
  nothingSubmitted: boolean
  storagePeriods: StoragePeriods
  /** Photographs came after their paper was handed in, or is not asked for any more. */
  late: (typeof lateWhys)[number] | null
  /** The day a PIN was chosen at a hall in place of a lost one; null where none was lately. */
  newPinOn: string | null
  /** What the halls of the places tell now. */
  announcements: readonly Announcement[]
  /** What was just handed in; null where the hall has taken in everything. */
  handedIn: HandedInNow | null
}

/** Every application of a folder, each with its status. */
export function ApplicationListPage(props: ListProps): JSX.Element {
  const { mode, at, code, language, savedAt, applications, nothingSubmitted, storagePeriods, late, newPinOn, handedIn, announcements } =
    props
  const drafts = applications.some(({ status }) => status === 'draft')
  return (
    <Page
      mode={mode}
      at={at}
      texts={[
        'halls',
        'application',
        'apply',
        'places',
        ...(newPinOn ? ['recovery'] : []),
        ...(announcements.length > 0 ? ['place-texts'] : []),
        ...(handedIn?.limits ?? []).map(({ service }) => `services/${service}`),
      ]}
    >
      {handedIn ? (
        <h1>
          <Icon name="circle-check" /> <Say k="application:handed-in.title" />
        </h1>
      ) : (
        <Say as="h1" k="application:title" />
      )}
      <Announcements all={announcements} />
      {late && <Say as="p" className="notice" k={`application:list.${late}`} />}
      {newPinOn && <Say as="p" className="notice" k="recovery:told" values={(language) => ({ day: formatDay(language, newPinOn) })} />}
      <YourTurnPart mode={mode} applications={applications} />
      {handedIn ? (
        <HandedInPart mode={mode} code={code} now={handedIn} />
      ) : (
        <p>
          <Say k="application:code" /> <strong className="code">{code}</strong>
        </p>
      )}
      {handedIn && <Say as="h2" k="application:title" />}
      <Say as="p" className="lead" k="application:list.lead" />
      <ul className="plain-list tasks">
        {applications.map((one) => (
          <li key={one.number}>
            <div>
              <a href={one.status === 'draft' ? paths.folder(mode) : paths.application(mode, one.number)}>
                <BilingualText text={one.title} />
                <ForMember name={one.name} />
              </a>
              <p className="quiet">
                {one.changed !== null && (
                  <Say k="application:list.changed" values={(language) => ({ day: formatDay(language, one.changed ?? '') })} />
                )}
              </p>
            </div>
            {one.damaged ? <UnreadableRow {...one.damaged} /> : <StatusBadge status={one.status} />}
          </li>
        ))}
      </ul>
      {drafts && (
        <div className="actions">
          <a className="button" href={paths.folder(mode)}>
            <Say k="application:list.draft-left" />
            <Icon name="arrow-right" />
          </a>
        </div>
      )}
      <nav className="links">
        <IconLink href={paths.apply(mode)} icon="plus" k="apply:folder.add" />
        <IconLink href={paths.slip(mode)} icon="bookmark" k="application:list.slip" />
        <IconLink href={paths.myData(mode)} icon="file-text" k="application:list.my-data" />
        <IconLink href={paths.closeFolder(mode)} icon="eraser" k="application:list.close" />
        {nothingSubmitted && <IconLink href={paths.deleteFolder(mode)} icon="trash-2" k="application:list.delete" />}
      </nav>
      <FolderLanguage mode={mode} language={language} />
      <SavedAt at={savedAt} />
      <StoragePeriodsNote periods={storagePeriods} />
    </Page>
  )
}
