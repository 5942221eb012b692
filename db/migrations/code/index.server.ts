import type { CodeMigration } from '../../migrate.server.ts'
import { folderLookups } from './folder-lookups.server.ts'
import { personDetails } from './person-details.server.ts'
import { plainNames } from './plain-names.server.ts'
import { reviewersAtWork } from './reviewers-at-work.server.ts'

/** Every migration in code, in order; a new one goes to the end, none is ever removed. */
export const codeMigrations: readonly CodeMigration[] = [personDetails, plainNames, reviewersAtWork, folderLookups]
