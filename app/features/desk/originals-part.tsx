import type { Mode } from '#app/i18n/mode.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { Original } from './originals.server.ts'
import { Moment, StaffName } from './text-parts.tsx'

/** The originals of a case, and whether the reader may note that one was shown. */
export type OriginalsProps = {
  mode: Mode
  at: string
  seen: string
  originals: readonly Original[]
  may: { seeOriginal: boolean }
}

/** The checklist of originals: of each paper who saw it, and when. */
export function Originals({ at, seen, originals, may }: OriginalsProps): JSX.Element | null {
  if (originals.length === 0) return null
  return (
    <section className="card" id="originals" aria-labelledby="originals-title">
      <Say as="h2" id="originals-title" k="desk:originals.title" />
      <ul className="plain-list originals">
        {originals.map((one) => (
          <li key={one.key} className={one.seen ? 'is-seen' : undefined}>
            <p>
              {one.seen && <Icon name="circle-check" />} <BilingualText text={one.label} />{' '}
              {one.required && !one.seen && <Say className="reason" k="desk:originals.required" />}
            </p>
            {one.seen && (
              <p className="quiet">
                <StaffName name={one.seen.by} /> <Moment at={one.seen.at} />
              </p>
            )}
            {may.seeOriginal && (
              <DeskForm action={at} data-in-place>
                <input type="hidden" name="do" value="see-original" />
                <input type="hidden" name="seen" value={seen} />
                <input type="hidden" name="original" value={one.key} />
                <button
                  type="submit"
                  className={one.seen ? 'plain-button' : 'button second small'}
                  name="original-seen"
                  value={one.seen ? 'no' : 'yes'}
                  data-original={one.seen ? undefined : ''}
                >
                  <Say k={one.seen ? 'desk:originals.not-seen' : 'desk:originals.see'} />{' '}
                  <span className="visually-hidden">
                    <BilingualText text={one.label} />
                  </span>
                </button>
              </DeskForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
