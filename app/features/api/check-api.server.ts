import { z } from 'zod'
import { assessInFull, type Result } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import { dayJson } from '#app/domain/fields/day.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import type { Answers, Household } from '#app/domain/household.ts'
import type { Question } from '#app/domain/question.ts'
import { truths } from '#app/domain/truth.ts'
import { conditionKinds, verdicts } from '#app/domain/verdict.ts'
import { rulesVersion, servicesOn } from '#app/services/index.ts'
import { countyCodes } from '#app/services/places.ts'
import { questionnaire } from '#app/services/questionnaire.ts'

const questions = questionnaire.questions as Readonly<Record<string, Question>>

/** Text that can be returned unchanged: well-formed, without control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: just these are refused
const isPlain = (text: string) => text.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(text)

/** The schema of answers to these questions. */
function answersOf(asked: (question: Question) => boolean) {
  const entries = Object.entries(questions).filter(([, question]) => asked(question))
  return Object.fromEntries(entries.map(([id, question]) => [id, kindOf(question).json(question).optional()]))
}

const memberId = z.string().min(1).max(64).refine(isPlain, 'text')

/** Request of `POST /api/v1/check`. */
export const checkRequest = z.strictObject({
  asOf: dayJson.optional(),
  household: z
    .strictObject({
      ...answersOf((question) => question.of === 'household' || question.householdDefault === true),
      county: z.enum([...countyCodes]).optional(),
    })
    .optional()
    .default({}),
  members: z
    .array(z.strictObject({ id: memberId, ...answersOf((question) => question.of === 'member' || question.mayDiffer === true) }))
    .min(1)
    .max(50),
})

const source = z.strictObject({ instrument: z.string(), article: z.string().optional() })
const verdict = z.enum(verdicts)

/** Response of `POST /api/v1/check`. */
export const checkResponse = z.strictObject({
  asOf: dayJson,
  rulesVersion: z.string(),
  results: z.array(
    z.strictObject({
      service: z.string(),
      member: z.string().nullable(),
      verdict,
      deciding: z.array(z.string()),
      conditions: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(conditionKinds),
          truth: z.enum(truths),
          locallySet: z.boolean(),
          sources: z.array(source),
        }),
      ),
      missing: z.array(z.string()),
      notes: z.array(z.string()),
      wouldChange: z.array(
        z.strictObject({ question: z.string(), member: z.string().nullable(), to: z.union([z.string(), z.array(z.string())]), verdict }),
      ),
    }),
  ),
})

/** An error of the API (RFC 9457). */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  errors: z.array(z.strictObject({ path: z.string(), code: z.string() })),
})

/** One error of a request: where (a JSON pointer) and a code. */
export type Wrong = { readonly path: string; readonly code: string }

/** The result of a check, or every error of the request. */
export type Checked = { ok: true; body: z.infer<typeof checkResponse> } | { ok: false; errors: readonly Wrong[] }

/** Checks a household of an API request. `today` is used where no day is given. */
export function checkHousehold(input: unknown, today: Day): Checked {
  const parsed = checkRequest.safeParse(input)
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.flatMap(wrongs) }
  const { asOf = today, household, members } = parsed.data
  const twice = members.findIndex(({ id }, index) => members.findIndex((other) => other.id === id) !== index)
  if (twice >= 0) return { ok: false, errors: [{ path: `/members/${twice}/id`, code: 'duplicate' }] }
  const results = assessInFull(questionnaire, servicesOn(asOf), householdOf(household, members), asOf)
  return { ok: true, body: { asOf, rulesVersion, results: results.map(resultOf) } }
}

type Given = Record<string, Value | undefined>

function householdOf(household: Given, members: readonly ({ id: string } & Given)[]): Household {
  const { county: _county, ...answers } = household
  return { answers: answers as Answers, members: members.map(({ id, ...own }) => ({ id, answers: own as Answers })) }
}

function resultOf({
  service,
  member,
  verdict,
  deciding,
  conditions,
  missing,
  wouldChange,
  notes,
}: Result): z.infer<typeof checkResponse>['results'][number] {
  return {
    ...{ service, member, verdict },
    deciding: [...deciding],
    conditions: conditions.map(({ condition: { id, kind, locallySet, sources }, truth }) => ({
      id,
      kind,
      truth,
      locallySet,
      sources: [...sources],
    })),
    missing: [...missing],
    notes: [...notes],
    wouldChange: wouldChange.map(({ question, member: of, to, verdict: then }) => ({
      question,
      member: of,
      to: typeof to === 'string' ? to : [...to],
      verdict: then,
    })),
  }
}

function wrongs(issue: z.core.$ZodIssue): Wrong[] {
  const at = (path: readonly PropertyKey[]) => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: at([...issue.path, key]), code: 'unknown-key' }))
  return [{ path: at(issue.path), code: codeOf(issue) }]
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
    case 'invalid_union':
      return 'unknown-option'
    case 'invalid_type':
      return /received undefined/.test(issue.message) ? 'required' : 'wrong-type'
    case 'too_small':
      return 'too-few'
    case 'too_big':
      return 'too-many'
    case 'custom':
      return issue.message === 'date' ? 'no-such-day' : 'malformed'
    default:
      return 'malformed'
  }
}
