/**
 * A list of the brief as rows of cells: written in place, put in order by dragging or keys, removed with undo. Several lines
 * pasted into the first cell become several rows, cells of a spreadsheet their cells.
 */
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, For, Show, type Accessor, type JSX } from 'solid-js'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { pastedRows } from '#client/features/briefs/pasted-rows.ts'
import { AddLine } from '#client/ui/add-line.tsx'
import { Button } from '#client/ui/button.tsx'
import { CellRow } from '#client/ui/cell-row.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { LabeledCell } from '#client/ui/labeled-cell.tsx'
import { ReorderList } from '#client/ui/reorder-list.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import type { ListName, ListRow } from '#shared/domain/briefs/lists.ts'
import {
  addListRow,
  moveListRow,
  removeListRow,
  setListRow,
  type ListInput,
  type ListRefusal,
} from '#shared/documents/commands/brief-lists.ts'
import { pasteListRows } from '#shared/documents/commands/paste-rows.ts'
import type { RowId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

/** A cell of text. */
export interface TextCell {
  readonly column: string
  readonly label: string
  readonly placeholder?: string | undefined
  readonly wide?: number | undefined
}

export interface RowListProps<Name extends ListName> {
  readonly section: SectionOf
  readonly list: Name
  readonly label: string
  readonly addLabel: string
  readonly rows: readonly ListRow<Name>[]
  readonly cells: readonly TextCell[]
  /** Every row names its cells: they wrap. */
  readonly named?: boolean | undefined
  /** Cells of another kind, before and behind those of text. */
  readonly first?: ((row: Accessor<ListRow<Name>>, label: string) => JSX.Element) | undefined
  readonly last?: ((row: Accessor<ListRow<Name>>, label: string) => JSX.Element) | undefined
  /** Below a row: what is to be said about it. */
  readonly below?: ((row: Accessor<ListRow<Name>>) => JSX.Element) | undefined
  /** What a new row holds, and how it is made; usually an empty one at its place. */
  readonly fresh?: ListInput<Name> | undefined
  readonly add?:
    | ((id: RowId, text: string, before: RowId | null) => Result<RowId, ListRefusal>)
    | undefined
}

export function RowList<Name extends ListName>(props: RowListProps<Name>) {
  const [brief, form, words] = [useWords(briefWords), useWords(formWords), useWords(sectionWords)]
  const [focusOn, setFocusOn] = createSignal<RowId | null>(null)
  const firstColumn = (): string => props.cells[0]?.column ?? ''
  const addRow = (id: RowId, text: string, before: RowId | null): Result<RowId, ListRefusal> => {
    if (props.add) return props.add(id, text, before)
    const values: Record<string, unknown> = { ...props.fresh }
    if (text !== '' || Object.keys(values).length === 0) values[firstColumn()] = text
    // The columns are the list's own.
    return addListRow(props.section.doc, props.list, id, values as ListInput<Name>, before)
  }
  const behind = (place: number): RowId | null => props.rows[place + 1]?.id ?? null
  const add = (before: RowId | null): void => {
    const id = randomRowId()
    setFocusOn(id)
    const added = addRow(id, '', before)
    if (!added.ok) showToast(sayRefusal(added.refusal, form()), { tone: 'warn' })
  }
  const addLines = (place: number, lines: readonly string[]): void => {
    const before = behind(place)
    const refused = lines.flatMap((line) => {
      const added = addRow(randomRowId(), line, before)
      return added.ok ? [] : [added.refusal]
    })
    const [first] = refused
    if (first !== undefined)
      showToast(words().pasteLeft(refused.length, sayRefusal(first, form())), {
        tone: 'warn',
        seconds: 20,
      })
  }
  /** From the first column new rows come below this one; from another they go over the rows that are there. */
  const paste = (place: number, column: number, text: string): void => {
    const columns = props.cells.map((cell) => cell.column)
    const headings = props.cells.map(({ label }) => label)
    const { rows, cut } = pastedRows(text, columns, headings, column)
    const pasted = rows.map((values, below) => {
      const over = below === 0 || column > 0 ? props.rows[place + below]?.id : undefined
      const fresh = over === undefined ? { ...props.fresh, ...values } : values
      // The columns are the list's own.
      return { id: over ?? randomRowId(), values: fresh as ListInput<Name> }
    })
    const before = column > 0 ? null : behind(place)
    const done = pasteListRows(props.section.doc, props.list, pasted, before)
    if (!done.ok) {
      const why = sayRefusal(done.refusal, form())
      return void showToast(words().nothingPasted(why), { tone: 'warn', seconds: 12 })
    }
    const said = words().pastedRows(rows.length)
    showToast(cut ? `${said}${words().pastedCut}` : said, {
      action: { label: brief().undo, run: props.section.undo },
    })
  }
  const remove = (id: RowId): void => {
    removeListRow(props.section.doc, props.list, id)
    showToast(brief().removed, { action: { label: brief().undo, run: props.section.undo } })
  }
  const textOf = (row: ListRow<Name>, column: string): string => {
    const value: unknown = new Map<string, unknown>(Object.entries(row)).get(column)
    return typeof value === 'string' ? value : ''
  }
  const write = (row: ListRow<Name>, column: string, text: string): void => {
    const done = setListRow(props.section.doc, props.list, row.id, {
      [column]: text,
    } as ListInput<Name>)
    if (!done.ok) showToast(sayRefusal(done.refusal, form()), { tone: 'warn' })
  }
  const labelOf = (place: number): string => words().rowLabel(props.label, place + 1)
  const field = (row: ListRow<Name>, column: string): string => `${props.list}/${row.id}/${column}`
  return (
    <>
      <ReorderList
        label={props.label}
        items={props.rows}
        itemId={(row) => row.id}
        nameOf={(row) =>
          textOf(row, firstColumn()) || labelOf(props.rows.findIndex(({ id }) => id === row.id))
        }
        words={{ grip: brief().grip, hint: brief().moveHint, moved: brief().moved }}
        disabled={props.section.readOnly}
        ownId={focusOn() ?? undefined}
        onMove={(id, before) =>
          moveListRow(props.section.doc, props.list, id as RowId, before as RowId | null)
        }
      >
        {(row, index) => (
          <>
            <Stack gap="tight">
              <CellRow>
                {props.first?.(row, labelOf(index()))}
                <For each={props.cells}>
                  {(cell, at) => (
                    <LabeledCell
                      label={props.cells.length > 1 || props.first ? cell.label : ''}
                      named={props.named}
                      wide={cell.wide}
                    >
                      <InlineField
                        look="line"
                        label={words().cellLabel(labelOf(index()), cell.label)}
                        value={textOf(row(), cell.column)}
                        placeholder={props.section.readOnly ? undefined : cell.placeholder}
                        readOnly={props.section.readOnly}
                        autofocus={at() === 0 && focusOn() === row().id}
                        maxLength={limits.cellCharacters}
                        presence={props.section.presence.mark(field(row(), cell.column))}
                        onFocus={() => props.section.presence.enter(field(row(), cell.column))}
                        onBlur={() => props.section.presence.leave(field(row(), cell.column))}
                        onEnter={() => textOf(row(), firstColumn()) !== '' && add(behind(index()))}
                        onMoreLines={at() === 0 ? (lines) => addLines(index(), lines) : undefined}
                        onCells={
                          props.cells.length > 1 ? (text) => paste(index(), at(), text) : undefined
                        }
                        onInput={(text) => write(row(), cell.column, text)}
                      />
                    </LabeledCell>
                  )}
                </For>
                {props.last?.(row, labelOf(index()))}
              </CellRow>
              {props.below?.(row)}
            </Stack>
            <Show when={!props.section.readOnly}>
              <IconButton
                label={`${brief().remove} ${isolate(textOf(row(), firstColumn()) || labelOf(index()))}`}
                onClick={() => remove(row().id)}
              >
                <Trash size={16} aria-hidden="true" />
              </IconButton>
            </Show>
          </>
        )}
      </ReorderList>
      <Show when={!props.section.readOnly}>
        <AddLine>
          <Button kind="quiet" onClick={() => add(null)}>
            <Plus size={16} aria-hidden="true" />
            {props.addLabel}
          </Button>
        </AddLine>
      </Show>
    </>
  )
}
