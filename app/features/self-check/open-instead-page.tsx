import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { Page } from '#app/ui/page.tsx'

/** The hidden input with the check that was opened, which only this installation reads: code and PIN are not asked for twice. */
export const openedInput = 'opened-check'

/** The hidden input with the code it was saved under, which goes on with it. */
export const openedCodeInput = 'opened-code'

type Props = { mode: Mode; at: string; opened: string; code: string | null }

/** Asks before a saved check takes the place of the one under way. */
export function OpenInsteadPage({ mode, at, opened, code }: Props): JSX.Element {
  return (
    <Page
      mode={mode}
      at={at}
      texts={['check']}
      switching={{ by: 'form', form: 'instead' }}
      back={{ href: paths.check(mode), k: 'common:nav.check' }}
      script
    >
      <Say as="h1" k="check:instead.title" />
      <Say as="p" className="lead" k="check:instead.lead" />
      <form id="instead" method="post" action={paths.openCheck(mode)} className="actions">
        <input type="hidden" name={openedInput} value={opened} />
        {code !== null && <input type="hidden" name={openedCodeInput} value={code} />}
        <button type="submit" className="button">
          <Icon name="bookmark" />
          <Say k="check:instead.button" />
        </button>
        <a className="button second" href={paths.check(mode)}>
          <Say k="check:instead.keep" />
        </a>
      </form>
      <p>
        <IconLink href={paths.saveCheck(mode)} icon="bookmark" k="check:instead.save" />
      </p>
    </Page>
  )
}
