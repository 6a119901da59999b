/** Tasks beside the page: whose, of which brief and in which stage the address says, so that a link shows the same. */
import Moon from 'lucide-solid/icons/moon'
import { createMemo, Show } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips, type Choice } from '#client/ui/choice-chips.tsx'
import { createNarrow } from '#client/ui/create-narrow.ts'
import { useCommands } from '#client/ui/commands.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { HeadNote } from '#client/ui/head-note.tsx'
import { ListFilters } from '#client/ui/list-filters.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { BulkBar } from '#client/ui/bulk-bar.tsx'
import { Select } from '#client/ui/select.tsx'
import { Text } from '#client/ui/text.tsx'
import { stagesOfTasks } from '#shared/domain/tasks/all-stages.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { parseTag, tagWord } from '#shared/domain/tasks/tags.ts'
import { BulkActs } from './bulk/bulk-acts.tsx'
import type { BulkCalls } from './bulk/bulk-calls.ts'
import { bulkWords } from './bulk/words.ts'
import { createChosen } from './create-chosen.ts'
import { handoverWords } from './handover/words.ts'
import type { SavedCalls } from './saved/saved-calls.ts'
import { SavedViews } from './saved/saved-views.tsx'
import { taskListWords } from './list-words.ts'
import { tagsInUse } from './tags/known-tags.ts'
import { assetName } from './say-task.ts'
import {
  everyTask,
  nobody,
  tasksShown,
  writeFilter,
  type Asker,
  type TaskFilter,
  type Whose,
} from './task-filter.ts'
import { TaskRow } from './task-row.tsx'

export interface TaskListProps {
  readonly tasks: readonly ListedTask[]
  /** Topic and title of the briefs that have tasks. */
  readonly briefs: readonly { readonly topic: string; readonly title: string }[]
  readonly filter: TaskFilter
  readonly asker: Asker
  readonly current: DocName | null
  readonly nameOf: (member: string) => string
  /** How much moved or waits since this person's hours began and they have not looked; 0: nothing to say. */
  readonly news: number
  /** Moves with the minute. */
  readonly now: number
  readonly onFilter: (filter: TaskFilter) => void
  readonly bulk: BulkCalls
  readonly saved: SavedCalls
  readonly onOpen: (name: DocName) => void
}

export function TaskList(props: TaskListProps) {
  const words = useWords(taskListWords)
  const isNarrow = createNarrow()
  const shown = createMemo(() => tasksShown(props.tasks, props.filter, props.asker))
  const [bulk, handover] = [useWords(bulkWords), useWords(handoverWords)]
  const chosen = createChosen(shown)
  /** From the open task to its neighbour in the list, without going back to it. */
  const step = (by: number): void => {
    const at = shown().findIndex(({ name }) => name === props.current)
    const next = at < 0 ? undefined : shown()[at + by]
    if (next) props.onOpen(next.name)
  }
  useCommands(() =>
    props.current === null
      ? []
      : [
          { id: 'next-task', label: bulk().next, keys: 'j', run: () => step(1) },
          { id: 'task-before', label: bulk().before, keys: 'k', run: () => step(-1) },
        ],
  )
  const tags = createMemo(() => tagsInUse(props.tasks))
  const set = (change: Partial<TaskFilter>): void => props.onFilter({ ...props.filter, ...change })
  const stages = () => [
    { value: '-', label: words().everyStage },
    ...stagesOfTasks(defaultSop, props.tasks).map((stage) => ({
      value: stage.id,
      label: stage[language()],
    })),
    { value: 'retired', label: words().retired },
  ]
  const memberName = (): string =>
    props.filter.member === nobody ? words().unassigned : props.nameOf(props.filter.member)
  const whose = (): readonly Choice<Whose | 'member'>[] => [
    { value: 'me', label: words().mine },
    { value: 'role', label: words().role },
    { value: 'all', label: words().all },
    ...(props.filter.member === '' ? [] : [{ value: 'member', label: memberName() } as const]),
  ]
  return (
    <>
      <PageHead
        title={words().tasks}
        marks={
          <>
            <Show when={shown().length > 0}>
              <Text kind="small">{formatNumber(shown().length)}</Text>
            </Show>
            <Show when={props.news > 0}>
              <HeadNote
                href="/inbox/handover"
                label={handover().news(formatNumber(props.news))}
                icon={<Moon size={14} aria-hidden="true" />}
                figure={formatNumber(props.news)}
                words={handover().newsShort}
              />
            </Show>
          </>
        }
        actions={
          <Show when={props.tasks.length > 0}>
            <SavedViews calls={props.saved} />
            <Show when={isNarrow()}>
              <Show when={shown().length > 0}>
                <Button kind="quiet" onClick={() => chosen.choose(!chosen.isChoosing())}>
                  {chosen.isChoosing() ? bulk().selectDone : bulk().select}
                </Button>
              </Show>
              <Button kind="quiet" href={`/tasks/board${writeFilter(props.filter)}`}>
                {words().views}
              </Button>
            </Show>
          </Show>
        }
      />
      <Show
        when={props.tasks.length > 0}
        fallback={
          <EmptyState
            title={words().noTasks}
            help={words().noTasksHelp}
            action={<Button href="/briefs">{words().toBriefs}</Button>}
          />
        }
      >
        <ListFilters label={words().narrow}>
          <ChoiceChips
            label={words().whose}
            hideLabel
            choices={whose()}
            chosen={[props.filter.member === '' ? props.filter.who : 'member']}
            onToggle={(who) => set(who === 'member' ? { member: '' } : { who, member: '' })}
          />
          <Select
            label={words().stage}
            hideLabel
            value={props.filter.stage || '-'}
            options={stages()}
            onChange={(stage) => set({ stage: stage === '-' ? '' : stage })}
          />
          <Show when={props.briefs.length > 1 || props.filter.brief !== ''}>
            <Select
              label={words().brief}
              hideLabel
              value={props.filter.brief || '-'}
              options={[
                { value: '-', label: words().everyBrief },
                ...props.briefs.map(({ topic, title }) => ({
                  value: topic,
                  label: title || words().untitled,
                })),
              ]}
              onChange={(brief) => set({ brief: brief === '-' ? '' : brief })}
            />
          </Show>
          <Show when={tags().length > 0 || props.filter.tag !== ''}>
            <Select
              label={words().tag}
              hideLabel
              value={props.filter.tag || '-'}
              options={[
                { value: '-', label: words().everyTag },
                ...tags().map((tag) => ({ value: tag, label: tagWord(tag, language()) })),
              ]}
              onChange={(tag) => set({ tag: parseTag(tag) ?? '' })}
            />
          </Show>
        </ListFilters>
        <Show
          when={shown().length > 0}
          fallback={
            <EmptyState
              title={props.filter.who === 'me' ? words().noneMine : words().noneHere}
              help={props.filter.who === 'me' ? words().noneMineHelp : undefined}
              action={<Button onClick={() => props.onFilter(everyTask)}>{words().showAll}</Button>}
            />
          }
        >
          <LinkList
            label={words().tasks}
            items={shown()}
            itemId={(task) => task.name}
            nameOf={(task) => assetName(task.summary)}
            currentId={props.current}
            selection={chosen.selection()}
          >
            {(task, tabIndex) => (
              <TaskRow
                task={task()}
                search={writeFilter(props.filter)}
                nameOf={props.nameOf}
                now={props.now}
                current={props.current === task().name}
                tabIndex={tabIndex()}
              />
            )}
          </LinkList>
          <Show when={chosen.isAny() || chosen.isChoosing()}>
            <BulkBar
              foot
              total={shown().length}
              chosen={chosen.tasks().length}
              onClear={() => chosen.choose(false)}
            >
              <BulkActs tasks={chosen.tasks()} calls={props.bulk} nameOf={props.nameOf} />
            </BulkBar>
          </Show>
        </Show>
      </Show>
    </>
  )
}
