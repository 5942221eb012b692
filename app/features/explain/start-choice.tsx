import { paths } from '#app/paths.ts'
import { ModeProvider, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The language choice: each in its own script, two large targets, the parallel mode below. */
export function StartChoice(): JSX.Element {
  return (
    <ModeProvider value="zh-bo">
      <main id="content">
        <h1>
          <Icon name="mountain" />
          <Say k="common:site" />
        </h1>
        <Say as="p" className="lead" k="home:choose-language" />
        <div className="language-choice">
          <a className="button" lang="zh-CN" href={paths.chooseMode('zh', paths.home('zh'))}>
            中文
          </a>
          <a className="button" lang="bo" href={paths.chooseMode('bo', paths.home('bo'))}>
            བོད་ཡིག
          </a>
          <a className="button second parallel" href={paths.chooseMode('zh-bo', paths.home('zh-bo'))}>
            <Say k="home:both-languages" />
          </a>
        </div>
        <Say as="p" className="quiet" k="home:choice-kept" />
      </main>
    </ModeProvider>
  )
}
