/** What the tasks' logs come to in a period: rework, time, stages, causes. Every figure says its sample and opens its tasks. */
import { createEffect, createMemo, For, Show } from 'solid-js'
import { formatDateTime, formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { createEntries } from '#client/ui/create-entries.ts'
import { Disclosure } from '#client/ui/disclosure.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { FigureList } from '#client/ui/figure-list.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Section } from '#client/ui/section.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Figures } from '#shared/domain/tasks/figures/measure-tasks.ts'
import { stageById, type SopStage } from '#shared/domain/tasks/sop.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { FigureRowLine } from './figure-row.tsx'
import { doers, periods, type FiguresFilter } from './figures-filter.ts'
import { sayFigures, type Chart } from './say-figures.ts'
import { figuresWords } from './words.ts'

export interface FiguresPageProps {
  /** Null while they are counted for the first time. */
  readonly figures: Figures | null
  /** Of every version of the SOP there are tasks under. */
  readonly stages: readonly SopStage[]
  readonly hasTasks: boolean
  readonly filter: FiguresFilter
  readonly onFilter: (filter: FiguresFilter) => void
  readonly nameOfTask: (name: DocName) => string
  readonly onBack: () => void
}

export function FiguresPage(props: FiguresPageProps) {
  const words = useWords(figuresWords)
  createEffect(() => {
    document.title = words().title
  })
  const nameOfStage = (id: string): string => stageById(props, id)?.[language()] ?? id
  const charts = createMemo(() =>
    props.figures === null ? [] : sayFigures(props.figures, nameOfStage),
  )
  // By id, so that a line stays open while figures change.
  const entries = createEntries(charts, ({ id }) => id)
  const set = (change: Partial<FiguresFilter>): void =>
    props.onFilter({ ...props.filter, ...change })
  const rows = () =>
    charts().flatMap(({ id, title, rows: own }) =>
      own.map((row) => ({ ...row, key: `${id} ${row.id}`, label: `${title} · ${row.label}` })),
    )
  return (
    <>
      <PageHead title={words().title} back={{ label: words().back, onBack: props.onBack }} />
      <Page>
        <Show
          when={props.hasTasks}
          fallback={
            <EmptyState
              title={words().none}
              help={words().noneHelp}
              action={<Button href="/tasks">{words().toTasks}</Button>}
            />
          }
        >
          <Stack gap="related">
            <ChoiceChips
              inline="column"
              label={words().period}
              choices={periods.map((value) => ({ value, label: words().periods[value] }))}
              chosen={[props.filter.period]}
              onToggle={(period) => set({ period })}
            />
            <ChoiceChips
              inline="column"
              label={words().by}
              choices={doers.map((value) => ({ value, label: words().bys[value] }))}
              chosen={[props.filter.by]}
              onToggle={(by) => set({ by })}
            />
            <Show when={props.figures} fallback={<Skeleton label={words().counting} lines={12} />}>
              {(figures) => <AsOf figures={figures()} />}
            </Show>
          </Stack>
          <Show when={props.figures}>
            {(figures) => (
              <>
                <Show when={figures().approved.length === 0}>
                  <EmptyState
                    title={words().nothingYet}
                    help={props.filter.period === 'all' ? undefined : words().nothingHelp}
                    action={
                      <Show when={props.filter.period !== 'all' || props.filter.by !== 'all'}>
                        <Button onClick={() => set({ period: 'all', by: 'all' })}>
                          {words().showAll}
                        </Button>
                      </Show>
                    }
                  />
                </Show>
                <For each={entries.ids()}>
                  {(id) => {
                    const chart = entries.entryOf(id)
                    return <ChartOf chart={chart()} nameOfTask={props.nameOfTask} />
                  }}
                </For>
                <Show when={rows().length > 0}>
                  <Disclosure label={words().asTable}>
                    <Table
                      label={words().title}
                      columns={[
                        {
                          ...{ id: 'figure', head: words().figure, width: 240 },
                          cell: (row) => row().label,
                        },
                        {
                          ...{ id: 'value', head: words().value, align: 'end', width: 120 },
                          cell: (row) => row().value,
                        },
                        {
                          ...{ id: 'cases', head: words().cases, width: 200 },
                          cell: (row) => row().note,
                        },
                      ]}
                      rows={rows()}
                      rowId={(row) => row.key}
                    />
                  </Disclosure>
                </Show>
              </>
            )}
          </Show>
        </Show>
      </Page>
    </>
  )
}

function ChartOf(props: { readonly chart: Chart; readonly nameOfTask: (name: DocName) => string }) {
  const entries = createEntries(
    () => props.chart.rows,
    ({ id }) => id,
  )
  return (
    <Section title={props.chart.title} note={props.chart.unit}>
      <FigureList legend={props.chart.legend}>
        <For each={entries.ids()}>
          {(id) => {
            const row = entries.entryOf(id)
            return <FigureRowLine row={row()} nameOfTask={props.nameOfTask} />
          }}
        </For>
      </FigureList>
    </Section>
  )
}

function AsOf(props: { readonly figures: Figures }) {
  const words = useWords(figuresWords)
  const said = (): readonly string[] => {
    const { approved, asOf } = props.figures
    return [
      words().approved(formatNumber(approved.length)),
      ...(asOf.newest === null ? [] : [words().asOf(formatDateTime(asOf.newest))]),
      ...(asOf.late > 0 ? [words().late(formatNumber(asOf.late))] : []),
      ...(asOf.unsent > 0 ? [words().unsent(formatNumber(asOf.unsent))] : []),
    ]
  }
  return <Text kind="small">{said().join(' · ')}</Text>
}
