/** A task in a list or on the board: what is made, of which goods, for which listing, whose, and where it stands. */
import { createMemo } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { ListRow } from '#client/ui/list-row.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { taskListWords } from './list-words.ts'
import { sayDue } from './say-due.ts'
import { assetName, listingName, toneOf } from './say-task.ts'

export interface TaskRowProps {
  readonly task: ListedTask
  /** Begins with `?`, or is empty. */
  readonly search: string
  readonly nameOf: (member: string) => string
  readonly now: number
  readonly current?: boolean
  readonly tabIndex: 0 | -1
  /** It stands among tasks of the same stage: what it is doing there is said instead. */
  readonly inStage?: boolean
}

export function TaskRow(props: TaskRowProps) {
  const words = useWords(taskListWords)
  const pill = (): string => {
    const { summary, isStale, waitsForMaster, stage, log } = props.task
    if (summary.retired) return words().retired
    if (isStale) return words().stale
    if (waitsForMaster) return words().waitsForMaster
    if (props.inStage) return log.sentBackBy === null ? words().column[log.state] : words().sentBack
    return stage?.[language()] ?? words().unknownStage
  }
  const due = createMemo(() => sayDue(props.task, props.now))
  const owner = (): string => (props.task.owner === null ? '' : props.nameOf(props.task.owner))
  const title = (): string =>
    [assetName(props.task.summary), listingName(props.task.summary) || words().master].join(' · ')
  return (
    <ListRow
      href={`/tasks/${props.task.name}${props.search}`}
      title={title()}
      current={props.current}
      tabIndex={props.tabIndex}
      notes={[props.task.summary.sku || props.task.summary.name, owner() || words().unassigned]}
      end={due().text}
      endTone={due().tone}
      pill={<StatusPill tone={toneOf(props.task)}>{pill()}</StatusPill>}
    />
  )
}
