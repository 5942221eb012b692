import { joinList } from '#app/i18n/format.ts'
import { countyName, nameIn } from '#app/i18n/stored-names.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'

/** Counties without a hall of their own, by code. */
export type Uncovered = { readonly nobody: readonly string[]; readonly elsewhere: readonly string[] }

/** The places nobody receives applications for, and those a larger place receives them for. */
export function UncoveredPart({ nobody, elsewhere }: Uncovered): JSX.Element {
  return (
    <section id="uncovered">
      <Say as="h2" k="halls:uncovered.title" />
      {nobody.length + elsewhere.length === 0 && <Say as="p" k="halls:uncovered.none" />}
      {nobody.length > 0 && (
        <>
          <Say as="h3" k="halls:uncovered.nobody" />
          <Say as="p" className="help" k="halls:uncovered.nobody-help" />
          <Counties codes={nobody} />
        </>
      )}
      {elsewhere.length > 0 && (
        <>
          <Say as="h3" k="halls:uncovered.elsewhere" />
          <Counties codes={elsewhere} />
        </>
      )}
    </section>
  )
}

function Counties({ codes }: { codes: readonly string[] }): JSX.Element {
  return (
    <InModes as="p">
      {(language) =>
        joinList(
          language,
          codes.map((code) => nameIn(language, countyName(code))),
        )
      }
    </InModes>
  )
}
