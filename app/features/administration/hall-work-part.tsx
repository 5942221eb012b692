import { joinList } from '#app/i18n/format.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'
import type { HallMove, HallWork } from './hall-work.server.ts'

/** What lies with a hall, in numbers. */
export function HallFacts({ cases, staff }: HallWork): JSX.Element {
  return (
    <dl className="table-of-facts">
      <dt>
        <Say k="colleagues:hall.cases" />
      </dt>
      <dd>
        <Say k="colleagues:work.count" values={{ count: cases }} />
      </dd>
      <dt>
        <Say k="colleagues:hall.staff" />
      </dt>
      <dd>
        <Say k="colleagues:hall.people" values={{ count: staff }} />
      </dd>
    </dl>
  )
}

/** Where the cases of a hall go when it is moved, to be read and confirmed. */
export function MovePart({ move, errors }: { move: HallMove; errors: readonly FieldError[] }): JSX.Element {
  const { cases, staff, goes, putBack, version } = move
  return (
    <div className="notice" id="move">
      <input type="hidden" name="moves" value={version} />
      <Say as="h2" k="colleagues:hall.move.title" />
      <Say as="p" k="colleagues:hall.move.lead" values={{ count: cases, staff }} />
      {goes.length === 0 && <Say as="p" k="colleagues:hall.move.stays" />}
      <Goes goes={goes} />
      {putBack > 0 && <Say as="p" k="colleagues:hall.move.put-back" values={{ count: putBack }} />}
      {staff > 0 && <Say as="p" k="colleagues:hall.move.staff" />}
      <FieldMessage id="sure-error" error={errors.find(({ field }) => field === 'sure')} />
      <Option inputId="sure" type="checkbox" name="sure" value="yes" checked={false}>
        <span className="option-text">
          <Say k="colleagues:hall.move.sure" />
        </span>
      </Option>
    </div>
  )
}

/** Where cases go: how many each hall receives, or that nobody does. */
export function Goes({ goes }: Pick<HallMove, 'goes'>): JSX.Element {
  return (
    <ul>
      {goes.map(({ count, halls }) => (
        <li key={halls.map(({ zh }) => zh).join()}>
          {halls.length === 0 ? (
            <Say className="reason" k="colleagues:hall.move.nobody" values={{ count }} />
          ) : (
            <Say
              k="colleagues:hall.move.goes"
              values={(language) => ({
                count,
                halls: joinList(
                  language,
                  halls.map((name) => name[language]),
                ),
              })}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
