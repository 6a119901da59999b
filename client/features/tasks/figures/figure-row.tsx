/** A line of a chart with what is behind it: how it is counted, the tasks counted, and those it is measured against. */
import { Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { formatNumber } from '#client/i18n/format.ts'
import { Disclosure } from '#client/ui/disclosure.tsx'
import { FigureLine } from '#client/ui/figure-line.tsx'
import { FigureTasks, type FigureLink } from '#client/ui/figure-tasks.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import type { FigureRow } from './say-figures.ts'
import { figuresWords } from './words.ts'

export function FigureRowLine(props: {
  readonly row: FigureRow
  readonly nameOfTask: (name: DocName) => string
}) {
  const words = useWords(figuresWords)
  const links = (names: readonly DocName[]): readonly FigureLink[] =>
    names.map((name) => ({ href: `/tasks/${name}`, label: props.nameOfTask(name) }))
  /** Those of a product beside each other. */
  const sorted = (names: readonly DocName[]): readonly FigureLink[] =>
    links(names).toSorted((one, other) =>
      one.label.localeCompare(other.label, undefined, { numeric: true }),
    )
  return (
    <FigureLine
      label={props.row.label}
      value={props.row.value}
      note={props.row.note}
      bar={props.row.bar}
    >
      <Stack gap="near">
        <Text kind="small">{props.row.formula}</Text>
        <Show when={props.row.tasks.length > 0}>
          <Text kind="small">{words().counted(formatNumber(props.row.tasks.length))}</Text>
          <FigureTasks
            label={words().behind}
            links={props.row.isRanked ? links(props.row.tasks) : sorted(props.row.tasks)}
            more={(left) => words().more(formatNumber(left))}
          />
        </Show>
        <Show when={props.row.others.length > 0}>
          <Disclosure label={words().others(formatNumber(props.row.others.length))}>
            <FigureTasks
              label={words().behind}
              links={sorted(props.row.others)}
              more={(left) => words().more(formatNumber(left))}
            />
          </Disclosure>
        </Show>
      </Stack>
    </FigureLine>
  )
}
