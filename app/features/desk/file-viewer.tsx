import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'

type Props = { mode: Mode; id: string; looking: { id: string; before: string | null; after: string | null }; from: string | null }

/** Shows a file: zoom, rotation, next. Buttons and CSS do it; zooming loads nothing again. */
export function FileViewer({ mode, id, looking, from }: Props): JSX.Element {
  const at = (paper?: string) => paths.deskCase(mode, id, paper, { from: from ?? undefined })
  return (
    <div className="viewer" id="viewer">
      <div className="viewer-tools">
        <Tool name="zoom" legend="desk:case.zoom" options={['1', '2', '4']} textOf={(times) => ['desk:case.times', { times }]} />
        <Tool
          name="turn"
          legend="desk:case.turn"
          options={['0', '90', '180', '270']}
          textOf={(degrees) => ['desk:case.degrees', { degrees }]}
        />
      </div>
      <div className="picture">
        <div className="sheet">
          <img src={paths.deskFile(mode, id, looking.id)} alt={usePlain()('desk:case.picture')} />
        </div>
      </div>
      <nav className="links">
        {looking.before && (
          <a className="text-link" data-key="previous-picture" href={`${at(looking.before)}#viewer`}>
            <Say k="desk:case.previous-picture" />
          </a>
        )}
        {looking.after && (
          <a className="text-link" data-key="next-picture" href={`${at(looking.after)}#viewer`}>
            <Say k="desk:case.next-picture" />
          </a>
        )}
        <a className="text-link" href={`${at()}#what`} data-key="close-picture">
          <Say k="desk:case.close-picture" />
        </a>
      </nav>
    </div>
  )
}

type ToolProps = {
  name: string
  legend: string
  options: readonly string[]
  textOf: (option: string) => [key: string, values: Record<string, string>]
}

function Tool({ name, legend, options, textOf }: ToolProps): JSX.Element {
  return (
    <fieldset>
      <legend>
        <Say k={legend} />
      </legend>
      {options.map((option, index) => {
        const [key, values] = textOf(option)
        return (
          <label key={option} htmlFor={`${name}-${option}`}>
            <input type="radio" id={`${name}-${option}`} name={name} value={option} defaultChecked={index === 0} />
            <Say k={key} values={values} />
          </label>
        )
      })}
    </fieldset>
  )
}
