/** Every stage that has tasks as a column, most urgent first. */
import { createMemo } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { assetName } from '#client/features/tasks/say-task.ts'
import { writeFilter, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import { TaskRow } from '#client/features/tasks/task-row.tsx'
import { Board } from '#client/ui/board.tsx'
import { stagesOfTasks } from '#shared/domain/tasks/all-stages.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { groupBy } from '#shared/lib/group-by.ts'
import { viewWords } from './words.ts'

export interface TaskBoardProps {
  /** In the order they are shown. */
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
  readonly nameOf: (member: string) => string
  readonly now: number
}

export function TaskBoard(props: TaskBoardProps) {
  const words = useWords(viewWords)
  const columns = createMemo(() => {
    const byStage = groupBy(props.tasks, ({ log }) => log.step)
    return stagesOfTasks(defaultSop, props.tasks).flatMap((stage) => {
      const items = byStage.get(stage.id) ?? []
      const note = formatNumber(items.length)
      return items.length === 0 ? [] : [{ id: stage.id, title: stage[language()], note, items }]
    })
  })
  return (
    <Board
      label={words().board}
      columns={columns()}
      itemId={(task) => task.name}
      nameOf={(task) => assetName(task.summary)}
    >
      {(task, tabIndex) => (
        <TaskRow
          task={task()}
          search={writeFilter(props.filter)}
          nameOf={props.nameOf}
          now={props.now}
          tabIndex={tabIndex()}
          inStage
        />
      )}
    </Board>
  )
}
