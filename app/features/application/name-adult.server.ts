import { requireApplicant, requireFolder, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { lackingConsents, withConsents } from '#app/cases/consent.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import { type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import { type Folder, phoneIn } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { folderMark } from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import { type ApplicantFault, adultsBeside, applicantFault } from '#app/forms/applicant.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { mostMembers } from '#app/forms/members.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { adultErrors, adultIn, adultInputs, withAdult } from './named-adult.ts'
import { memberIn } from './new-folder.server.ts'
import { type ChosenService, otherAdult } from './start-choices.ts'

/** The input that says in whose place an adult applies: sent twice, it is done once. */
export const insteadInput = 'instead'

/** Is somebody else to apply: not where something of the whole household was handed in by whoever did? */
export const mayBeNamed = ({ applications }: Pick<OpenFolder, 'applications'>): boolean =>
  applications.every(({ member, submittedAt }) => member !== null || submittedAt === null)

/** Why the applicant of a folder cannot apply for these, where somebody else may be named; undefined where they can. */
export function tooYoungIn(open: OpenFolder, wanted: readonly ChosenService[], asOf: Day): ApplicantFault | undefined {
  const services = wanted.map(({ service }) => service)
  return mayBeNamed(open) ? applicantFault(open.folder, open.folder.applicant, services, asOf) : undefined
}

/** What the page shows of a folder. */
function shownOf(open: OpenFolder, asOf: Day) {
  const { folder, stored } = open
  return {
    inFolder: folderMark(stored.id),
    instead: folder.applicant,
    adults: adultsBeside(folder, folder.applicant, asOf).map(({ id, name }) => ({ id, name })),
    asksPhone: phoneIn(folder) === undefined,
    // Whoever is too young is a child in it, once somebody else applies.
    consents: lackingConsents({ ...folder, applicant: '' }, draftsIn(open, asOf), asOf),
  }
}

/** Data of the page on which the adult is named who applies in the place of whoever began a folder. */
export async function nameAdultLoader(context: RequestContext) {
  const { mode, at, today } = context
  requireApplicant(context)
  const open = await requireFolder(context)
  if (!mayBeNamed(open) && !context.afterPost) return redirectTo(paths.folder(mode))
  const typed = { name: '', relation: '', phone: '' }
  return page({ mode, at, who: '', adult: typed, agreed: [] as string[], errors: [] as FieldError[], ...shownOf(open, today) })
}

/** Makes an adult of the folder, or one who is named, its applicant. */
export async function nameAdultAction(context: RequestContext, form: FormValues) {
  const { mode, now, today } = context
  switchMode(form, context)
  const [who, adult, agreed] = [String(form.get('who') ?? ''), adultIn(form), form.getAll('agree').map(String)]
  for (let open = await requireFolderOf(context, form); ; open = await requireReopened(context, open)) {
    const again = { who, adult, agreed, errors: [] as FieldError[] }
    if (form.has('switch-to')) return page(again)
    requireApplicant(context)
    const { folder } = open
    // Named already, in another tab or by the same form sent twice.
    if (form.get(insteadInput) !== folder.applicant || !mayBeNamed(open)) return redirectTo(paths.folder(mode))
    const { adults, asksPhone, consents } = shownOf(open, today)
    const isOther = adults.length === 0 || who === otherAdult
    const errors: FieldError[] = isOther
      ? adultErrors(adult).filter(({ field }) => asksPhone || field !== adultInputs.phone)
      : adults.some(({ id }) => id === who)
        ? []
        : [{ key: 'errors:apply.who', field: 'who' }]
    if (isOther && folder.members.length >= mostMembers)
      errors.push({ key: 'errors:members.full', field: adultInputs.name, values: { most: mostMembers } })
    const lacking = consents.filter((kind) => !agreed.includes(kind))
    errors.push(...lacking.map((kind) => ({ key: `errors:apply.agree-${kind}`, field: `agree-${kind}` })))
    if (errors.length > 0) return refused({ ...again, errors }, 'invalid')
    const next = isOther ? withNamed(open, adult) : { ...folder, applicant: who }
    if (!(await saveOpenFolder(open, { ...next, consents: withConsents(next, agreed, mode, now) }, now))) continue
    return redirectTo(paths.folder(mode))
  }
}

/** The folder with an adult as a member and its applicant. */
function withNamed({ folder, applications }: OpenFolder, adult: ReturnType<typeof adultIn>): Folder {
  const { peopled, applicant, values } = withAdult(folder, adult)
  const language = languageOf(folder, applications)
  const members = peopled.members.map((one) => (one.id === applicant ? memberIn(language, one) : one))
  return { ...folder, members, applicant, values: { ...folder.values, ...values } }
}
