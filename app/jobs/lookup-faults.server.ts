import { setImmediate } from 'node:timers/promises'
import { folderIn } from '#app/cases/folder.server.ts'
import { lookupsOf } from '#app/cases/folder-lookups.server.ts'
import type { RowFault } from '#db/integrity.server.ts'
import { lookupsAfter } from '#db/lookups.server.ts'

const batch = 200

/** Folders that the hall does not find by what is in them, or finds by something else. */
export async function lookupFaults(): Promise<RowFault[]> {
  const faults: RowFault[] = []
  for (let after = ''; ; ) {
    const some = await lookupsAfter(after, batch)
    for (const { id, sealed, hashes } of some) {
      const read = folderIn({ id, sealed })
      // What cannot be read was named before.
      if (read.ok && hashes.toSorted().join() !== lookupsOf(read.value.folder).join())
        faults.push({ table: 'folder_lookups', id, what: 'a folder is found by something else than its content says' })
    }
    await setImmediate()
    const last = some.at(-1)
    if (!last) return faults
    after = last.id
  }
}
