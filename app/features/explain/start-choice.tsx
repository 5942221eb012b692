import { isParallel, modeNames, modes, pageLang, parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { ModeProvider, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The language choice: each in its own script, two large targets, the parallel mode below. */
export function StartChoice(): JSX.Element {
  return (
    <ModeProvider value={parallelMode}>
      <main id="content">
        <h1>
          <Icon name="mountain" />
          <Say k="common:site" />
        </h1>
        <Say as="p" className="lead" k="home:choose-language" />
        <div className="language-choice">
          {modes.map((mode) =>
            isParallel(mode) ? (
              <a key={mode} className="button second parallel" href={paths.chooseMode(mode, paths.home(mode))}>
                <Say k="home:both-languages" />
              </a>
            ) : (
              <a key={mode} className="button" lang={pageLang(mode)} href={paths.chooseMode(mode, paths.home(mode))}>
                {modeNames[mode].map(([, name]) => name)}
              </a>
            ),
          )}
        </div>
        <Say as="p" className="quiet" k="home:choice-remembered" />
      </main>
    </ModeProvider>
  )
}
