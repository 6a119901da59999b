/** What each column of a list is used for: guessed, remembered, or said by a person. */
import { createMemo } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import {
  choosableUses,
  isManifold,
  type ColumnUse,
} from '#shared/domain/briefs/catalogue/column-use.ts'
import type { Preview } from '#shared/domain/briefs/catalogue/preview.ts'
import { importWords } from './words.ts'

export interface ImportColumnsProps {
  readonly preview: Preview
  /** By column, as last said: the preview may still be of what was said before. */
  readonly uses: readonly ColumnUse[]
  readonly onUses: (uses: readonly ColumnUse[]) => void
}

interface Heading {
  readonly at: number
  readonly title: string
  readonly sample: string
  readonly use: ColumnUse
}

/** What only a known format has; it is not chosen, and may be given up. */
const known = 'known'

export function ImportColumns(props: ImportColumnsProps) {
  const words = useWords(importWords)
  const valueOf = (use: ColumnUse) => choosableUses.find((one) => one === use) ?? known
  const change = (at: number, use: ColumnUse): void =>
    props.onUses(
      props.preview.titles.map((_, column) => {
        if (column === at) return use
        const own = props.uses[column] ?? 'none'
        // One column only can be the SKU: the other one gives way.
        return own === use && !isManifold(use) ? 'none' : own
      }),
    )
  const headings = createMemo(() =>
    props.preview.titles.flatMap((title, at): Heading[] =>
      title === ''
        ? []
        : [
            {
              at,
              title,
              sample: props.preview.samples[at] ?? '',
              use: props.uses[at] ?? 'none',
            },
          ],
    ),
  )
  const columns = createMemo((): readonly TableColumn<Heading>[] => [
    { id: 'title', head: words().column, width: 180, cell: (heading) => heading().title },
    {
      id: 'use',
      head: words().use,
      width: 200,
      cell: (heading) => (
        <Select
          label={heading().title}
          hideLabel
          value={valueOf(heading().use)}
          options={[
            ...choosableUses.map((value) => ({ value, label: words().uses[value] })),
            ...(valueOf(heading().use) === known
              ? [{ value: known, label: words().uses.known } as const]
              : []),
          ]}
          onChange={(use) => use !== known && change(heading().at, use)}
        />
      ),
    },
    { id: 'sample', head: words().sample, width: 240, cell: (heading) => heading().sample },
  ])
  return (
    <Stack gap="near">
      <Table
        label={words().columns}
        columns={columns()}
        rows={headings()}
        rowId={({ at }) => String(at)}
      />
      <Text kind="small">{words().columnsHelp}</Text>
    </Stack>
  )
}
