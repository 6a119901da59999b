/** What is stuck, since when, why, and who is expected to act. */
import { createMemo, Show } from 'solid-js'
import { formatRelative } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { wholeName } from '#client/features/tasks/say-task.ts'
import { writeFilter, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import { troubleById } from '#shared/domain/tasks/troubles.ts'
import { stuckTasks, type StuckBecause, type StuckTask } from './stuck.ts'
import { viewWords } from './words.ts'

export interface StuckTasksProps {
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
  readonly nameOf: (member: string) => string
  readonly now: number
}

const tones: Readonly<Record<StuckBecause, Tone>> = {
  trouble: 'bad',
  'held-up': 'warn',
  waiting: 'warn',
  late: 'bad',
  nobody: 'warn',
}

export function StuckTasks(props: StuckTasksProps) {
  const words = useWords(viewWords)
  const stuck = createMemo(() => stuckTasks(props.tasks, props.now))
  const why = (one: StuckTask): string => {
    const { stage, log } = one.task
    const [trouble] = log.troubles
    const reason =
      one.because === 'trouble' && trouble?.what
        ? [troubleById(trouble.what)[language()], trouble.reason].filter(Boolean).join(' · ')
        : one.because === 'waiting'
          ? (log.decisive?.reason ?? '')
          : ''
    return [stage?.[language()] ?? '', whom(one), reason].filter((part) => part !== '').join(' · ')
  }
  const what = ({ task }: StuckTask): string => wholeName(task.summary)
  const whom = ({ whom: member, because }: StuckTask): string =>
    member === null
      ? words().stuck.nobody
      : because === 'waiting'
        ? words().stuck.waitsFor(props.nameOf(member))
        : words().stuck.turnOf(props.nameOf(member))
  return (
    <Show
      when={stuck().length > 0}
      fallback={<EmptyState title={words().stuck.none} help={words().stuck.noneHelp} />}
    >
      <Stack gap="near">
        <Text kind="small">{words().stuck.count(stuck().length)}</Text>
        <LinkList
          label={words().view.stuck}
          items={stuck()}
          itemId={({ task }) => task.name}
          nameOf={what}
          currentId={null}
        >
          {(item, tabIndex) => (
            <ListRow
              href={`/tasks/${item().task.name}${writeFilter(props.filter)}`}
              title={what(item())}
              tabIndex={tabIndex()}
              notes={[why(item())]}
              end={formatRelative(item().since, props.now)}
              pill={
                <StatusPill tone={tones[item().because]}>
                  {words().stuck.because[item().because]}
                </StatusPill>
              }
            />
          )}
        </LinkList>
      </Stack>
    </Show>
  )
}
