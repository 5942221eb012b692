import type { HistoryEvent } from '#app/domain/event.ts'
import type { PaperKey } from '#app/domain/form.ts'
import { originalsSeen } from '#app/domain/originals.ts'
import type { Document } from '#app/services/define.ts'
import { serviceById } from '#app/services/index.ts'

/** The papers of a service whose originals have to be seen before it is approved. */
const requiredOf = (service: string): readonly Document[] => (serviceById(service)?.documents ?? []).filter(({ original }) => original)

/** Does a service require any? */
export const hasRequiredOriginals = (service: string): boolean => requiredOf(service).length > 0

/** Does the definition of a service say that the original of this paper has to be seen before approving? */
export function isOriginalRequired(service: string, key: PaperKey, required = requiredOf(service)): boolean {
  const [paper = ''] = key.split('~')
  return required.some((one) => paper === (one.paper ?? `${service}.${one.id}`))
}

/** The papers of a submission whose originals have to be seen and were not. */
export function originalsMissing(
  { service, papers }: { readonly service: string; readonly papers: readonly { readonly key: PaperKey }[] },
  history: readonly HistoryEvent[],
  required = requiredOf(service),
): PaperKey[] {
  if (required.length === 0) return []
  const seen = originalsSeen(history)
  return papers.map(({ key }) => key).filter((key) => isOriginalRequired(service, key, required) && !seen.has(key))
}
