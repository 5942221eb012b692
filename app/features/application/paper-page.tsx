import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { plainText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paperHelp, paperName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Labelled, Say } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { AskedReason } from './asked-reason.tsx'
import { SentFiles } from './sent-files-part.tsx'
import { SavedAt } from './step-page.tsx'
import type { ShownPaper } from './upload-pages.tsx'

type PaperProps = {
  mode: Mode
  at: string
  most: { ofPaper: number; ofFolder: number }
  savedAt: string
  paper: ShownPaper
  back: string
  /** Opened from the answers that are read once more: it leads back there. */
  after?: 'answers' | undefined
  /** Does a correction ask for it, what does it say of it, and which files were handed in before? */
  isCorrection: boolean
  item?: CorrectionItem | undefined
  before: readonly string[]
  /** Is something there, since it was asked for? */
  isSent: boolean
  /** The next paper nothing was sent for. */
  next: ShownPaper | null
  inFolder: string
  errors: readonly FieldError[]
}

/** One paper: several files, sent whole by the form, or in pieces by the script. */
export function PaperPage(props: PaperProps): JSX.Element {
  const { mode, at, most, savedAt, paper, back, after, isCorrection, item, isSent, inFolder, errors } = props
  const help = paperHelp(paper.textKey)
  const textOf = (key: string) => plainText(mode, `apply:paper.${key}`)
  const refusals = Object.fromEntries(
    [
      ...['file-empty', 'file-type', 'file-broken', 'file-too-large', 'file-locked', 'disk-full'].map((code) => [
        code,
        plainText(mode, `errors:file.${code}`),
      ]),
      ['paper-full', plainText(mode, 'errors:file.too-many', { most: most.ofPaper })],
      ['folder-full', plainText(mode, 'errors:file.too-many-in-all', { most: most.ofFolder })],
    ].map(([code, text]) => [`data-text-${code}`, text]),
  )
  return (
    <Page
      mode={mode}
      at={at}
      texts={['apply', 'forms', ...(isCorrection ? ['application', 'phrases'] : [])]}
      back={{ href: back, k: backTextKey(props) }}
      script="upload"
    >
      <ErrorSummary errors={errors} />
      <h1>
        <Say {...paperName(paper.textKey)} />
        <Person name={paper.name} />
      </h1>
      {help && <Say as="p" className="help" {...help} />}
      <AskedReason item={item} />
      <SentFiles {...props} />
      {isSent && <GoOn {...props} />}
      <form
        id="upload"
        method="post"
        action={paths.paper(mode, paper.key, after)}
        encType="multipart/form-data"
        className="card"
        noValidate
        data-pieces={paths.paperPieces(mode, paper.key)}
        data-text-waiting={textOf('waiting')}
        data-text-sending={textOf('sending')}
        data-text-done={textOf('done')}
        data-text-failed={textOf('refused')}
        data-text-retry={textOf('failed')}
        {...refusals}
        data-text-blurred={textOf('blurred')}
        data-text-dark={textOf('dark')}
      >
        <OfFolder folder={inFolder} />
        {isSent ? <Say as="h2" k="apply:paper.add" /> : <Say as="p" k="apply:paper.lead" />}
        {errors.map((error, index) => (
          <FieldMessage key={errorId(index)} id={errorId(index)} error={error} />
        ))}
        {/* The button of the input says what the browser's language says: this one is in the page's. What was chosen stands beside it. */}
        <label className="field file" htmlFor="files">
          <span className="button second">
            <Say k="apply:paper.choose" />
          </span>
          <input
            id="files"
            type="file"
            name="files"
            multiple
            required
            aria-invalid={errors.length > 0}
            accept="image/*,application/pdf"
            aria-describedby={errors.length > 0 ? errors.map((_, index) => errorId(index)).join(' ') : 'files-help'}
          />
        </label>
        <p className="help" id="files-help">
          <Say k="apply:paper.kinds" />
        </p>
        <div className="actions">
          <button type="submit" className={isSent ? 'button second' : 'button'}>
            <Say k="apply:paper.button" />
          </button>
          {!isSent && (
            <a className="button second" href={back}>
              <Say k="apply:paper.bring" />
            </a>
          )}
        </div>
      </form>
      <Say as="p" className="quiet" k="apply:paper.private" />
      <SavedAt at={savedAt} />
    </Page>
  )
}

const errorId = (index: number) => (index === 0 ? 'files-error' : `files-error-${index + 1}`)

function backTextKey({ isCorrection, after }: Pick<PaperProps, 'isCorrection' | 'after'>, last = false): string {
  if (isCorrection) return 'apply:paper.back-to-correction'
  if (after === 'answers') return 'apply:paper.back-to-answers'
  return last ? 'apply:paper.all-seen' : 'apply:paper.back'
}

/** Once a page is there: the next paper, else back to where papers are listed. */
function GoOn({
  mode,
  next,
  back,
  after,
  isCorrection,
}: Pick<PaperProps, 'mode' | 'next' | 'back' | 'after' | 'isCorrection'>): JSX.Element {
  return (
    <div className="actions">
      <a className="button" href={next ? paths.paper(mode, next.key, after) : back} id="next">
        {next ? (
          <span>
            <Labelled label="apply:paper.next" of={paperName(next.textKey)} />
            <ForMember name={next.name} />
          </span>
        ) : (
          <Say k={backTextKey({ isCorrection, after }, true)} />
        )}
        <Icon name="arrow-right" />
      </a>
    </div>
  )
}
