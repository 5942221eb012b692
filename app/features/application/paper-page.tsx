import type { CorrectionItem, CorrectionReason } from '#app/domain/worded-step.ts'
import { plainText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paperHelp, paperName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ForMember } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { AskedReason } from './asked-reason.tsx'
import { SavedAt } from './step-page.tsx'
import type { ShownPaper } from './upload-pages.tsx'

/** Does a reason a correction is asked for say that what was sent is not taken? */
const isRefusal: Readonly<Record<CorrectionReason, boolean>> = {
  ...{ missing: false, unreadable: true, 'does-not-match': true, expired: true, 'wrong-paper': true, other: false },
}

type PaperProps = {
  mode: Mode
  at: string
  most: { ofPaper: number; ofFolder: number }
  savedAt: string
  paper: ShownPaper
  back: string
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
  const { mode, at, most, savedAt, paper, back, isCorrection, item, isSent, inFolder, errors } = props
  const help = paperHelp(paper.words)
  const words = (key: string) => plainText(mode, `apply:paper.${key}`)
  const refusals = Object.fromEntries(
    [
      ...['file-empty', 'file-type', 'file-broken', 'file-too-large', 'file-locked', 'disk-full'].map((code) => [
        code,
        plainText(mode, `errors:file.${code}`),
      ]),
      ['paper-full', plainText(mode, 'errors:file.too-many', { most: most.ofPaper })],
      ['folder-full', plainText(mode, 'errors:file.too-many-in-all', { most: most.ofFolder })],
    ].map(([code, words]) => [`data-text-${code}`, words]),
  )
  return (
    <Page
      mode={mode}
      at={at}
      texts={['apply', 'forms', ...(isCorrection ? ['application', 'phrases'] : [])]}
      back={{ href: back, k: backKey(isCorrection) }}
      script="upload"
    >
      <ErrorSummary errors={errors} />
      <h1>
        <Say {...paperName(paper.words)} />
        <Person name={paper.name} />
      </h1>
      {help && <Say as="p" className="help" {...help} />}
      <AskedReason item={item} />
      <Sent {...props} />
      {isSent && <GoOn {...props} />}
      <form
        id="upload"
        method="post"
        action={paths.paper(mode, paper.key)}
        encType="multipart/form-data"
        className="card"
        noValidate
        data-pieces={paths.paperPieces(mode, paper.key)}
        data-text-waiting={words('waiting')}
        data-text-sending={words('sending')}
        data-text-done={words('done')}
        data-text-failed={words('refused')}
        data-text-retry={words('failed')}
        {...refusals}
        data-text-blurred={words('blurred')}
        data-text-dark={words('dark')}
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

const backKey = (isCorrection: boolean) => (isCorrection ? 'apply:paper.back-to-correction' : 'apply:paper.back')

/** Once a page is there: the next paper, else back to where papers are listed. */
function GoOn({ mode, next, back, isCorrection }: Pick<PaperProps, 'mode' | 'next' | 'back' | 'isCorrection'>): JSX.Element {
  return (
    <div className="actions">
      <a className="button" href={next ? paths.paper(mode, next.key) : back} id="next">
        {next ? (
          <span>
            <Say k="apply:paper.next" /> <Say {...paperName(next.words)} />
            <ForMember name={next.name} />
          </span>
        ) : (
          <Say k={isCorrection ? 'apply:paper.back-to-correction' : 'apply:paper.all-seen'} />
        )}
        <Icon name="arrow-right" />
      </a>
    </div>
  )
}

function Sent({ mode, paper: { key, files }, before, item }: Pick<PaperProps, 'mode' | 'paper' | 'before' | 'item'>): JSX.Element {
  const plain = usePlain()
  if (files.length === 0) return <Say as="p" className="quiet" k="apply:paper.none" />
  return (
    <section>
      <Say as="h2" k="apply:paper.sent" />
      <p className="state done">
        <Icon name="circle-check" />
        <Say k="apply:papers.sent" values={{ count: files.length }} />
      </p>
      <ul className="plain-list thumbs">
        {files.map(({ id, type }, index) => (
          <li key={id}>
            <a href={paths.paperFile(mode, key, id)}>
              {type.startsWith('image/') ? (
                <img src={paths.paperFile(mode, key, id)} alt={plain('apply:paper.file', { number: index + 1 })} loading="lazy" />
              ) : (
                <>
                  <Icon name="file-text" />
                  <Say k="apply:paper.file" values={{ number: index + 1 }} />
                </>
              )}
            </a>
            {before.includes(id) && (
              <p className="reason">
                <Icon name="triangle-alert" />
                <Say k={item && isRefusal[item.reason] ? 'apply:paper.refused-before' : 'apply:paper.before'} />
              </p>
            )}
            <form method="post" action={paths.paperFile(mode, key, id)}>
              <button
                type="submit"
                className="button second small"
                name="do"
                value="remove"
                aria-label={`${plain('apply:paper.remove')} ${plain('apply:paper.file', { number: index + 1 })}`}
              >
                <Icon name="trash-2" />
                <Say k="apply:paper.remove" />
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
