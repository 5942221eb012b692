import { logAccess } from '#app/access/access-log.server.ts'
import { requireFolder } from '#app/access/guards.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { asTold } from '#app/cases/as-told.server.ts'
import { historyOf } from '#app/cases/case-events.server.ts'
import { sharedSteps } from '#app/cases/corrected.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { type Consent, type Folder, paperMember, paperTextKey } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { bothOf } from '#app/cases/stored-texts.ts'
import { submissionRead } from '#app/cases/submission.server.ts'
import { rowsOfSteps, type Submission, type SubmittedRow, submissionRows, textInEvery } from '#app/cases/submission.ts'
import type { Day } from '#app/domain/day.ts'
import { type HistoryEvent, isForResident } from '#app/domain/event.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import type { Status } from '#app/domain/status.ts'
import { toldHistory } from '#app/domain/take-back.ts'
import { memberOf } from '#app/forms/members.ts'
import { joinList } from '#app/i18n/format.ts'
import { memberName } from '#app/i18n/member-name.ts'
import type { Language, Mode } from '#app/i18n/mode.ts'
import { fieldName, nameIn, optionName, paperName, questionName, stepName } from '#app/i18n/stored-names.ts'
import { questions } from '#app/services/household.ts'
import { uploadsIn } from '#db/uploads.server.ts'

/** A submission that cannot be read: the table and id of its row. */
export type UnreadableSubmission = { readonly unreadable: { readonly table: string; readonly id: string } }

/** An attempt to reach a resident: of which day, how, and what came of it. */
type Attempt = Pick<Extract<HistoryEvent, { type: 'contact' }>, 'on' | 'how' | 'outcome'>

/** What is stored of a folder, but for what is kept among staff, for the person it is about. */
export type MyData = {
  readonly code: string
  readonly language: Mode
  readonly createdAt: string
  readonly savedAt: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly filledIn: readonly SubmittedRow[]
  readonly consents: readonly Consent[]
  readonly papers: readonly {
    readonly paper: string
    readonly words: InEvery<string>
    /** Whose it is; null: everybody's. */
    readonly name: string | null
    readonly id: string
    readonly type: string
    readonly bytes: number
  }[]
  readonly applications: readonly {
    readonly number: number
    readonly service: string
    readonly title: InEvery<string>
    readonly status: Status
    /** Null where nothing was submitted yet. */
    readonly submitted: Submission | UnreadableSubmission | null
    readonly history: readonly HistoryEvent[]
    /** How the hall tried to reach the resident; what staff wrote about it stays among them. */
    readonly attempts: readonly Attempt[]
  }[]
}

/** A copy of the open folder, `data` to read or `data.json` for programs; a copy a clerk takes is logged. */
export async function myDataLoader(context: RequestContext, target: 'data' | 'data.json'): Promise<MyData> {
  const open = await requireFolder(context)
  await logAccess(context, open.applications, [{ what: 'export', target }])
  return myData(open, context.today, context.now)
}

/** What was agreed to, each time once: what is handed in together is agreed to together. */
function consentsIn(submitted: readonly (Submission | UnreadableSubmission | null)[]): Consent[] {
  const all = submitted.flatMap((one) => (one && 'consents' in one ? one.consents : []))
  return [...new Map(all.map((consent) => [`${consent.kind} ${consent.at}`, consent])).values()]
}

/** An application by its number, and what it is called. */
type Titled = Pick<MyData['applications'][number], 'number' | 'title'>

/** Everything somebody wrote: what forms ask now, and behind it what they do not ask any more. */
function filledIn({ folder, applications }: OpenFolder, titles: readonly Titled[], asOf: Day): SubmittedRow[] {
  const asked = submissionRows(folder, applications, asOf)
  const targets = new Set(asked.map(({ target }) => target))
  const others = Object.keys(folder.values).filter((target) => !targets.has(target))
  const saved = sharedSteps(new Set([...others, ...folder.seen.map((step) => `${step}/`)]))
  const shared = rowsOfSteps(folder, applications, saved, asOf).filter(({ target }) => !targets.has(target))
  const values = Object.entries(folder.values).filter(([target]) => others.includes(target) && shared.every((row) => row.target !== target))
  const answers = [{ id: 'home', name: '', answers: folder.answers }, ...folder.members].flatMap(({ id, name, answers: given }) =>
    Object.entries(given)
      .filter(([question]) => !Object.hasOwn(questions, question))
      .map(([question, value]): SubmittedRow => {
        const shown = (language: Language) =>
          [value].flat().map((one) => nameIn(language, optionName(`questions:${question}.options`, one)))
        return {
          target: `answers/${id}/${question}`,
          title: inEvery((language) => memberName(language, name)),
          label: bothOf(questionName(question)),
          value: inEvery((language) => joinList(language, shown(language))),
        }
      }),
  )
  const rows: SubmittedRow[] = [
    ...[...asked, ...shared].filter(({ empty }) => !empty).map(({ target, title, label, value }) => ({ target, title, label, value })),
    ...values.map(([target, value]) => leftOver(target, value, applications)),
  ]
  return [
    ...rows.map((row) => ({ ...row, title: ownTitle(row.target, titles) ?? row.title })),
    ...unsentIn(folder, titles),
    ...formerPhoneIn(folder),
    ...answers,
  ]
}

/** What an application is called, where a line is of what only it asks; undefined for any other. */
function ownTitle(target: string, titles: readonly Titled[]): InEvery<string> | undefined {
  const [block, subject] = target.split('/')
  return block === 'own' ? titles.find(({ number }) => subject === `n${number}`)?.title : undefined
}

/** What was written to the hall beside a correction and is not sent yet. */
function unsentIn({ unsent = {} }: Folder, titles: readonly Titled[]): SubmittedRow[] {
  return Object.entries(unsent).map(([number, text]) => ({
    target: `unsent/${number}`,
    title: titles.find((one) => String(one.number) === number)?.title ?? inEvery(() => number),
    label: textInEvery('application:correct.text'),
    value: inEvery(() => text),
  }))
}

/** The telephone number that stood there before the present one, as long as it is kept. */
function formerPhoneIn({ phoneBefore }: Folder): SubmittedRow[] {
  if (!phoneBefore) return []
  const [title, label] = [bothOf(stepName('contact', null)), textInEvery('application:data.former-phone')]
  return [{ target: 'contact/home/phone-before', title, label, value: inEvery(() => phoneBefore.phone) }]
}

/** What stands where no form asks now. */
function leftOver(target: string, value: Value, applications: OpenFolder['applications']): SubmittedRow {
  const [block = '', subject = '', field = ''] = target.split('/')
  const service = applications.find(({ number }) => block === 'own' && subject === `n${number}`)?.service ?? null
  const text = [value].flat().join(' · ')
  return {
    ...{ target, title: bothOf(stepName(block, service)), label: bothOf(fieldName(service ?? block, field)) },
    value: inEvery(() => text),
  }
}

const attemptsIn = (history: readonly HistoryEvent[]): Attempt[] =>
  history.flatMap((event) => (event.type === 'contact' ? [{ on: event.on, how: event.how, outcome: event.outcome }] : []))

/** A copy of what is stored of a folder. @source Personal Information Protection Law 45 */
async function myData(open: OpenFolder, asOf: Day, now: Date): Promise<MyData> {
  const { stored, code, folder, applications } = open
  const titles = await Promise.all(applications.map(async (one) => ({ number: one.number, title: await applicationName(one) })))
  const [papers, submitted] = [
    await uploadsIn(stored.id),
    (await Promise.all(applications.map(submissionRead))).map((read) =>
      read.ok ? (read.value ?? null) : { unreadable: { table: read.table, id: read.id } },
    ),
  ]
  return {
    ...{ code, language: languageOf(folder, applications) },
    ...{ createdAt: stored.createdAt.toISOString(), savedAt: stored.savedAt.toISOString() },
    people: folder.members.map(({ id, name }) => ({ id, name })),
    answers: { household: folder.answers, members: folder.members.map(({ id, answers }) => ({ id, answers })) },
    filledIn: filledIn(open, titles, asOf),
    consents: consentsIn(submitted),
    papers: papers
      .filter(({ state }) => state === 'kept')
      .map(({ paper, id, type, bytes }) => ({
        ...{ paper, words: bothOf(paperName(paperTextKey(paper))) },
        name: memberOf(folder, paperMember(paper, applications) ?? '')?.name ?? null,
        ...{ id, type, bytes },
      })),
    applications: await Promise.all(
      applications.map(async (one, at) => {
        const history = await historyOf(one.id)
        return {
          ...{ number: one.number, service: one.service, title: await applicationName(one), status: (await asTold(one, now)).status },
          submitted: submitted[at] ?? null,
          history: toldHistory(history, now).filter(isForResident),
          attempts: attemptsIn(history),
        }
      }),
    ),
  }
}
