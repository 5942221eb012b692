import { keysUnder } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Page } from '#app/ui/page.tsx'

/** How personal data are handled. */
export function PrivacyPage({ mode }: { mode: Mode }): JSX.Element {
  return (
    <Page mode={mode} at={paths.privacy(mode)} texts={['privacy']}>
      <Say as="h1" k="privacy:title" />
      <Say as="p" className="lead" k="privacy:lead" />
      {keysUnder('privacy', 'sections').map((section) => (
        <section key={section}>
          <Say as="h2" k={`privacy:sections.${section}.title`} />
          <Say as="p" k={`privacy:sections.${section}.text`} />
        </section>
      ))}
    </Page>
  )
}
