import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Page } from '#app/ui/page.tsx'
import { PinField } from '#app/ui/pin-field.tsx'

type Props = {
  mode: Mode
  at: string
  join: string
  /** Can a PIN be chosen with this token? */
  good: boolean
  errors?: readonly FieldError[]
  /** The code of the folder, once it was chosen. */
  code?: string | null
}

/** The resident's own screen: a new PIN, typed twice, which nobody else sees; then the code it goes with. */
export function NewPinPage({ mode, at, join, good, errors = [], code = null }: Props): JSX.Element {
  if (code !== null) return <Chosen mode={mode} at={at} code={code} />
  return (
    <Page mode={mode} at={at} texts={['recovery']} switching={good ? { by: 'form', form: 'new-pin' } : { by: 'links' }}>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="recovery:new-pin.title" />
      <Say as="p" className="lead" k={good ? 'recovery:new-pin.lead' : 'recovery:new-pin.over'} />
      {good ? (
        <form id="new-pin" method="post" action={paths.newPin(mode, join)} className="stack" noValidate autoComplete="off">
          <input type="hidden" name="join" value={join} />
          <PinField id="pin" label="recovery:new-pin.pin" help errors={errors} />
          <PinField id="again" label="recovery:new-pin.again" errors={errors} />
          <button type="submit" className="button">
            <Icon name="check" />
            <Say k="recovery:new-pin.button" />
          </button>
        </form>
      ) : (
        <IconLink href={paths.openFolder(mode)} icon="file-text" k="common:nav.applications" />
      )}
    </Page>
  )
}

function Chosen({ mode, at, code }: Pick<Props, 'mode' | 'at'> & { code: string }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['recovery', 'application']}>
      <Say as="h1" k="recovery:new-pin.done" />
      <p className="lead" role="status">
        <Say k="recovery:new-pin.done-text" />
      </p>
      <p>
        <Say k="application:code" />
      </p>
      <p className="case-code">{code}</p>
      <IconLink href={paths.openFolder(mode)} icon="file-text" k="recovery:new-pin.open" />
    </Page>
  )
}
