/** When stages are due: a month on a desk, on a phone the days that have any, below each other. Days are the reader's own. */
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { dayOf, formatDate, formatNumber } from '#client/i18n/format.ts'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { dueTones } from '#client/features/tasks/say-due.ts'
import { wholeName } from '#client/features/tasks/say-task.ts'
import { writeFilter, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import { TaskRow } from '#client/features/tasks/task-row.tsx'
import { Button } from '#client/ui/button.tsx'
import { createNarrow } from '#client/ui/create-narrow.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { MonthGrid, type MonthDay } from '#client/ui/month-grid.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { latenessOf } from '#shared/domain/tasks/lateness.ts'
import { daysOfMonth, dueDays, firstDays, monthBeside, type DueDay } from './task-days.ts'
import { viewWords } from './words.ts'

export interface TaskCalendarProps {
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
  readonly nameOf: (member: string) => string
  readonly now: number
}

/** Drawn of the list of days before somebody asks for more. */
const atOnce = 100

const countIn = (days: readonly DueDay[]): number =>
  days.reduce((sum, { tasks }) => sum + tasks.length, 0)

export function TaskCalendar(props: TaskCalendarProps) {
  const words = useWords(viewWords)
  const isNarrow = createNarrow()
  const days = createMemo(() => dueDays(props.tasks, dayOf))
  const [most, setMost] = createSignal(atOnce)
  const left = (): number => countIn(days()) - countIn(firstDays(days(), most()))
  const today = (): string => dayOf(props.now)
  const [month, setMonth] = createSignal(today().slice(0, 7))
  const byDay = createMemo(() => new Map(days().map(({ day, tasks }) => [day, tasks])))
  const search = (): string => writeFilter(props.filter)
  const monthName = (): string =>
    new Date(`${month()}-01T00:00:00Z`).toLocaleDateString(localeOf(language()), {
      ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
    })
  const weekdays = (): readonly string[] =>
    daysOfMonth(month())
      .slice(0, 7)
      .map((day) =>
        new Date(`${day}T00:00:00Z`).toLocaleDateString(localeOf(language()), {
          ...{ weekday: 'short', timeZone: 'UTC' },
        }),
      )
  const shown = createMemo((): readonly MonthDay[] =>
    daysOfMonth(month()).map((day) => ({
      day,
      label: String(Number(day.slice(8))),
      title: formatDate(day),
      isOutside: !day.startsWith(month()),
      isToday: day === today(),
      items: (byDay().get(day) ?? []).map((task) => ({
        id: task.name,
        label: wholeName(task.summary),
        href: `/tasks/${task.name}${search()}`,
        tone: task.due === null ? undefined : dueTones[latenessOf(task.due, props.now)],
      })),
    })),
  )
  return (
    <Show
      when={days().length > 0}
      fallback={<EmptyState title={words().calendar.none} help={words().calendar.noneHelp} />}
    >
      <Show when={isNarrow()} fallback={<Month />}>
        <Stack>
          <For each={firstDays(days(), most())}>
            {({ day, tasks }) => (
              <Section
                title={day === today() ? words().calendar.today : formatDate(day)}
                note={formatNumber(tasks.length)}
              >
                <For each={tasks}>
                  {(task) => (
                    <TaskRow
                      task={task}
                      search={search()}
                      nameOf={props.nameOf}
                      now={props.now}
                      tabIndex={0}
                    />
                  )}
                </For>
              </Section>
            )}
          </For>
          <Show when={left() > 0}>
            <Button wide onClick={() => setMost(most() + atOnce)}>
              {words().calendar.more(formatNumber(left()))}
            </Button>
          </Show>
        </Stack>
      </Show>
    </Show>
  )
  function Month() {
    return (
      <Stack>
        <Row>
          <IconButton
            label={words().calendar.before}
            onClick={() => setMonth(monthBeside(month(), -1))}
          >
            <ChevronLeft size={18} aria-hidden="true" />
          </IconButton>
          <Text>{monthName()}</Text>
          <IconButton
            label={words().calendar.next}
            onClick={() => setMonth(monthBeside(month(), 1))}
          >
            <ChevronRight size={18} aria-hidden="true" />
          </IconButton>
        </Row>
        <MonthGrid
          label={`${words().calendar.label} · ${monthName()}`}
          weekdays={weekdays()}
          days={shown()}
          more={(count) => words().calendar.more(formatNumber(count))}
        />
        <Text kind="small">{words().calendar.help}</Text>
      </Stack>
    )
  }
}
