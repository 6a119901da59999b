/** Says at once when the day cannot be met: how many tasks are late, the first day that can, and what was computed to help. */
import { Show } from 'solid-js'
import { formatDate, formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { listingName } from '#client/features/tasks/say-task.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import type { Cell } from '#shared/domain/tasks/break-down.ts'
import type { CellsJudged } from '#shared/domain/tasks/judge-cells.ts'
import { leaveOut } from '#shared/domain/tasks/leave-out.ts'
import { stageById, type Sop } from '#shared/domain/tasks/sop.ts'
import { breakDownWords } from './words.ts'

export interface BreakDownDatesProps {
  readonly dates: CellsJudged<string>
  readonly sop: Sop
  readonly chosen: readonly Cell[]
  readonly nameOf: (member: string) => string
}

/** More than so many are no advice. */
const mostNamed = 4

export function BreakDownDates(props: BreakDownDatesProps) {
  const words = useWords(breakDownWords)
  const listed = (names: readonly string[]): string => names.join(words().andThen)
  const problem = (): string => {
    const { verdict, late, earliest } = props.dates
    const wanted = formatDate(late[0]?.wantedBy ?? '')
    const said = [wanted, formatNumber(late.length), formatDate(earliest)] as const
    return verdict === 'too-late' ? words().tooLate(...said) : words().eatsBuffer(...said)
  }
  const bare = (): string => {
    const { verdict, earliest, withoutBuffer } = props.dates
    return verdict === 'too-late' && withoutBuffer < earliest
      ? words().withoutBuffer(formatDate(withoutBuffer))
      : ''
  }
  const fewer = (): string => {
    const out = leaveOut(props.chosen, props.dates.late)
    if (out === null || out.examples.length > mostNamed) return ''
    const nameOf = (cell: Cell): string =>
      out.what === 'listings'
        ? listingName(cell)
        : (deliverableById(cell.deliverable)?.[language()] ?? cell.deliverable)
    return words().leaveOut(listed(out.examples.map(nameOf)))
  }
  const others = (): string => {
    const { handings } = props.dates
    if (handings === null || handings.length > mostNamed) return ''
    return words().handOver(
      listed(
        handings.map(({ id, to }) =>
          words().handOne(stageById(props.sop, id)?.[language()] ?? id, props.nameOf(to)),
        ),
      ),
    )
  }
  const said = (): string =>
    [problem(), bare(), fewer(), others()].filter(Boolean).join(words().stop)
  return (
    <Show when={props.dates.verdict !== 'fits'}>
      <Banner tone="warn">{said()}</Banner>
    </Show>
  )
}
