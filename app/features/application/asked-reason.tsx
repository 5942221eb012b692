import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { StaffText } from '#app/ui/stored-text.tsx'

/** By which day it is to be answered; afterwards it can still be. */
export function AnswerUntil({ day }: { day: string }): JSX.Element {
  return <Say as="p" k="application:correct.until" values={(language) => ({ day: formatDay(language, day) })} />
}

/** Why something is asked for again: the reason, and what was written with it. */
export function AskedReason({ item }: { item: CorrectionItem | undefined }): JSX.Element | null {
  if (!item) return null
  return (
    <>
      <p className="reason">
        <Icon name="triangle-alert" />
        <Say k={`application:reason.${item.reason}`} />
      </p>
      {item.still && <Say as="p" className="quiet" k="application:correct.still" />}
      {item.words && <StaffText {...item.words} />}
    </>
  )
}
