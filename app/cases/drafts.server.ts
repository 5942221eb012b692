import type { Day } from '#app/domain/day.ts'
import { isOffered } from '#app/forms/application-form.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import type { OpenFolder } from './folder.server.ts'

/** The drafts of a folder, of services that can be applied for. */
export function draftsIn({ applications }: Pick<OpenFolder, 'applications'>, asOf: Day): StoredApplication[] {
  return applications.filter(({ status, service }) => status === 'draft' && isOffered(service, asOf))
}

/** The drafts of retired services: shown beside the others, and not submitted. */
export function retiredDraftsIn({ applications }: Pick<OpenFolder, 'applications'>, asOf: Day): StoredApplication[] {
  return applications.filter(({ status, service }) => status === 'draft' && !isOffered(service, asOf))
}
