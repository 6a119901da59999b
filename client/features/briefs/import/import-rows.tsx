/** The rows of a list in a table that draws only what is near the view, each with what would come of it. */
import { createMemo, createSignal, For, Show, type Accessor } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { NoteList } from '#client/ui/note-list.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { Table } from '#client/ui/table.tsx'
import { sayCategory } from '#shared/domain/choices/categories.ts'
import type { PreviewRow } from '#shared/domain/briefs/catalogue/preview.ts'
import { createTurns } from './create-turns.ts'
import { rowIdOf } from './choose-rows.ts'
import { problemSentence } from './problem-sentence.ts'
import { problemWords } from './problem-words.ts'
import { importWords } from './words.ts'

export interface ImportRowsProps {
  readonly rows: readonly PreviewRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly takesProposed: boolean
}

/** How many rows are given to the table in its first tasks; then all. */
const firstRows = [8, 40] as const

const tones = { new: 'ok', update: 'info', unchanged: 'neutral', 'left-out': 'warn' } as const

export function ImportRows(props: ImportRowsProps) {
  const words = useWords(importWords)
  const problems = useWords(problemWords)
  const remarks = (row: PreviewRow): string =>
    row.problems.map((problem) => problemSentence(problem, problems(), ' · ')).join(words().between)
  const text = (
    id: string,
    head: string,
    width: number,
    of: (row: PreviewRow) => string,
  ): TableColumn<PreviewRow> => ({
    id,
    head,
    width,
    cell: (row) => <span title={of(row())}>{of(row())}</span>,
  })
  const columns = createMemo((): readonly TableColumn<PreviewRow>[] => [
    {
      id: 'sku',
      head: words().sku,
      width: 190,
      cell: (row) => <Sku row={row} takesProposed={props.takesProposed} />,
    },
    text('name', words().name, 190, ({ name }) => name),
    {
      id: 'status',
      head: words().status,
      width: 104,
      cell: (row) => (
        <StatusPill tone={tones[row().status]}>{words().statuses[row().status]}</StatusPill>
      ),
    },
    text('remarks', words().remarks, 340, remarks),
    text('category', words().uses.category, 104, ({ product }) =>
      sayCategory(product?.category ?? '', language()),
    ),
    text('options', words().uses.option, 160, ({ product }) => product?.options ?? ''),
    text('weight', words().uses.weight, 80, ({ product }) =>
      product?.weightGrams === undefined ? '' : String(product.weightGrams),
    ),
    text('barcode', words().uses.barcode, 140, ({ product }) => product?.barcode ?? ''),
    text('note', words().uses.note, 140, ({ product }) => product?.note ?? ''),
    text('row', words().row, 56, ({ rowNumber }) => String(rowNumber)),
  ])
  // Drawing the table and counting fifty thousand rows are tasks of their own, so that none is long.
  const turn = createTurns(firstRows.length)
  const rows = createMemo((): readonly PreviewRow[] => {
    const few = firstRows[turn()]
    return few === undefined ? props.rows : props.rows.slice(0, few)
  })
  // A row is of one line; what there is to say of the one that was pressed or gone to stands whole below the table.
  const [at, setAt] = createSignal<string | null>(null)
  const looked = createMemo(() => {
    const id = at()
    const row = id === null ? undefined : props.rows.find((one) => rowIdOf(one) === id)
    return row !== undefined && row.problems.length > 0 ? row : null
  })
  const hasRemarks = createMemo(() => props.rows.some((row) => row.problems.length > 0))
  return (
    <Stack gap="near">
      <div
        onFocusIn={({ target }) =>
          setAt(target.closest('[data-row]')?.getAttribute('data-row') || null)
        }
      >
        <Table
          label={words().table}
          columns={columns()}
          rows={rows()}
          rowId={rowIdOf}
          height="min(400px, 50vh)"
          empty={words().emptyHere}
          selection={{
            chosen: props.chosen,
            onChange: (chosen) => props.onChoose(chosen),
            nameOf: (row) => row.sku || row.name || words().atRow(row.rowNumber),
          }}
        />
      </div>
      <div role="status">
        <Show
          when={looked()}
          fallback={
            <Show when={hasRemarks()}>
              <Text kind="small">{words().remarksHint}</Text>
            </Show>
          }
        >
          {(row) => (
            <Stack gap="tight">
              <Text kind="small">
                {words().remarksOf(row().rowNumber, row().sku || row().name)}
              </Text>
              <NoteList>
                <For each={row().problems}>
                  {(problem) => <li>{problemSentence(problem, problems(), ' · ')}</li>}
                </For>
              </NoteList>
            </Stack>
          )}
        </Show>
      </div>
    </Stack>
  )
}

function Sku(props: { readonly row: Accessor<PreviewRow>; readonly takesProposed: boolean }) {
  const words = useWords(importWords)
  return (
    <Show
      when={props.takesProposed ? props.row().product?.proposedSku : undefined}
      fallback={<span title={props.row().sku}>{props.row().sku || words().noneHere}</span>}
    >
      {(sku) => (
        <span title={sku()}>
          <StatusPill tone="info">{words().proposed}</StatusPill> {sku()}
        </span>
      )}
    </Show>
  )
}
