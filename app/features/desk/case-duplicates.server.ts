import { duplicatesOf } from '#app/cases/duplicates.server.ts'
import { submissionRead } from '#app/cases/submission.server.ts'
import type { SubmittedRow } from '#app/cases/submission.ts'
import { inEvery } from '#app/domain/language.ts'
import { covers } from '#app/domain/place.ts'
import type { Row } from '#app/security/stored-value.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import type { DeskCase } from './case.server.ts'
import { maskedRow } from './submitted.server.ts'

/** Open applications that may be of the same person: in full within the reader's place, else only that there is one, and where. */
export async function duplicatesShown({ application, place, submission }: DeskCase) {
  const others = await duplicatesOf(application)
  return Promise.all(
    others.map(async ({ application: { id, status, county, sealed }, ground }) =>
      covers(place, county ?? '')
        ? {
            ...{ here: true as const, id, status, county: county ?? '', ground },
            ...(await beside(submission.rows, { id, sealed })),
          }
        : { here: false as const, county: county ?? '', ground },
    ),
  )
}

/** The rows of an application beside ours; where it cannot be read, which row is damaged. */
async function beside(
  ours: readonly SubmittedRow[],
  other: Pick<StoredApplication, 'id' | 'sealed'>,
): Promise<{ rows: ReturnType<typeof differences>; damaged: Row | null }> {
  const read = await submissionRead(other)
  if (!read.ok) return { rows: [], damaged: { table: read.table, id: read.id } }
  return { rows: differences(ours, read.value?.rows ?? []), damaged: null }
}

/** The rows of two applications side by side; own questions have another number in each. */
function differences(ours: readonly SubmittedRow[], theirs: readonly SubmittedRow[]) {
  const same = (target: string) => target.replace(/^own\/n\d+\//, 'own/')
  const targets = [...new Set([...ours, ...theirs].map(({ target }) => same(target)))]
  return targets.map((target) => {
    const [our, their] = [ours, theirs].map((rows) => rows.find((row) => same(row.target) === target))
    const shown = our ?? their
    return {
      target,
      label: shown?.label ?? inEvery(() => ''),
      ours: our ? maskedRow(our).value : null,
      theirs: their ? maskedRow(their).value : null,
      differs: our?.value.zh !== their?.value.zh,
    }
  })
}
