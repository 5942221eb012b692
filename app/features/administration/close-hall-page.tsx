import type { Hall, Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Option } from '#app/ui/option.tsx'
import type { HallClosing } from './hall-work.server.ts'
import { Goes, HallFacts } from './hall-work-part.tsx'

type Props = { mode: Mode; at: string; staff: Staff; hall: Hall; closing: HallClosing; errors: readonly FieldError[] }

/** A hall is closed: who works in it, what it holds, and where that goes. */
export function CloseHallPage({ mode, at, staff, hall, closing, errors }: Props): JSX.Element {
  const error = errors.find(({ field }) => field === 'sure')
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account', 'colleagues']} switching={{ by: 'form', form: 'close' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="colleagues:hall.close.title" />
      <InModes as="p" className="lead">
        {(language) => hall.name[language]}
      </InModes>
      <HallFacts cases={closing.cases} staff={closing.staff.length} />
      {closing.staff.length > 0 && (
        <>
          <Say as="p" k="colleagues:hall.close.staff" />
          <ul>
            {closing.staff.map(({ id, name }) => (
              <li key={id}>
                <a className="text-link" href={paths.deskStaffMember(mode, id)}>
                  <Typed>{name}</Typed>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {closing.goes.length > 0 && (
        <>
          <Say as="h2" k="colleagues:hall.close.goes" />
          <Goes goes={closing.goes} />
        </>
      )}
      <Say as="p" k="colleagues:hall.close.lead" />
      <DeskForm id="close" action={at} noValidate className="card">
        <input type="hidden" name="closing" value={closing.version} />
        <FieldMessage id="sure-error" error={error} />
        <Option inputId="sure" type="checkbox" name="sure" value="yes" checked={false}>
          <Say className="option-text" k="colleagues:hall.close.sure" />
        </Option>
        <div className="actions">
          <button type="submit" className="button">
            <Say k="colleagues:hall.close.button" />
          </button>
        </div>
      </DeskForm>
      <p>
        <a className="text-link" href={paths.deskHall(mode, hall.id)}>
          <Say k="colleagues:hall.close.keep" />
        </a>
      </p>
    </DeskPage>
  )
}
