/** What the last import brought, quietly above the table: how many, how it was read, what to look at, and one tap back. */
import { createMemo, createSignal, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { RowProblem } from '#shared/domain/briefs/catalogue/catalogue.ts'
import type { Result } from '#shared/lib/result.ts'
import { isLeftOut, leftOutRows } from '#shared/domain/briefs/catalogue/left-out.ts'
import type { ImportAnswer, ImportRefusal } from './import-file.ts'
import { importWords } from './words.ts'

export interface ImportResultProps {
  readonly result: Result<ImportAnswer, ImportRefusal>
  readonly onUndo: () => void
  readonly onDismiss: () => void
}

/** More remarks than this are told by their number: nobody reads four hundred lines. */
const shownRemarks = 40

/** More unused columns than this are folded: a Shopify export has forty. */
const fewColumns = 6

export function ImportResult(props: ImportResultProps) {
  const words = useWords(importWords)
  const [open, setOpen] = createSignal(false)
  const [allColumns, setAllColumns] = createSignal(false)
  const shownColumns = (): number => (allColumns() ? unused().length : fewColumns)
  const answer = (): ImportAnswer | null => (props.result.ok ? props.result.value : null)
  const refusal = (): ImportRefusal | null => (props.result.ok ? null : props.result.refusal)
  /** What was left out stands first: that is what somebody looks for. */
  const remarks = (): readonly RowProblem[] => {
    const all = answer()?.catalogue.problems ?? []
    return [...all.filter(isLeftOut), ...all.filter((problem) => !isLeftOut(problem))]
  }
  const lost = createMemo(() => leftOutRows(answer()?.catalogue.problems ?? []))
  const lostSentence = (): string =>
    words().leftOutRows(
      lost().rows,
      lost()
        .reasons.map(([code, rows]) => words().leftOutWhy(words().problems[code], rows))
        .join(words().between),
    )
  const unused = (): readonly string[] => answer()?.catalogue.unusedColumns ?? []
  const told = (done: ImportAnswer): string =>
    words().told(
      words().done(done.added, done.updated, done.unchanged),
      words().readAs(done.catalogue.encoding),
    )
  return (
    <Stack gap="near">
      <Show when={refusal()}>
        {(refused) => (
          <Banner
            tone="warn"
            action={
              <Button kind="quiet" onClick={props.onDismiss}>
                {words().dismiss}
              </Button>
            }
          >
            {words().refusals[refused().code]}
          </Banner>
        )}
      </Show>
      <Show when={answer()}>
        {(done) => (
          <Banner
            tone={lost().rows > 0 ? 'warn' : 'ok'}
            action={
              <>
                <Show when={remarks().length > 0}>
                  <Button kind="quiet" aria-expanded={open()} onClick={() => setOpen(!open())}>
                    {words().remarks(remarks().length)}
                  </Button>
                </Show>
                <Show when={done().added + done().updated > 0}>
                  <Button kind="quiet" onClick={props.onUndo}>
                    {words().undo}
                  </Button>
                </Show>
                <Button kind="quiet" onClick={props.onDismiss}>
                  {words().dismiss}
                </Button>
              </>
            }
          >
            {lost().rows > 0 ? [told(done()), lostSentence()].join(words().between) : told(done())}
          </Banner>
        )}
      </Show>
      <Show when={unused().length > 0}>
        <Row gap="near" wrap>
          <Text kind="small">
            {words().unused(
              unused().slice(0, shownColumns()).join(words().titleBetween),
              Math.max(0, unused().length - shownColumns()),
            )}
          </Text>
          <Show when={unused().length > fewColumns}>
            <Button
              kind="quiet"
              aria-expanded={allColumns()}
              onClick={() => setAllColumns(!allColumns())}
            >
              {allColumns() ? words().fewerColumns : words().allColumns}
            </Button>
          </Show>
        </Row>
      </Show>
      <Show when={open()}>
        <NoteList>
          <For each={remarks().slice(0, shownRemarks)}>
            {(remark) => <li>{sentence(remark, words())}</li>}
          </For>
        </NoteList>
      </Show>
    </Stack>
  )
}

function sentence(
  remark: RowProblem,
  words: ReturnType<ReturnType<typeof useWords<(typeof importWords)['zh']>>>,
): string {
  const place = remark.rowNumber === null ? words.wholeFile : words.row(remark.rowNumber)
  const column = remark.column === null ? '' : ` · ${remark.column}`
  const value = 'value' in remark && remark.value !== '' ? ` · ${remark.value}` : ''
  const count = 'count' in remark ? ` · ${remark.count}` : ''
  const left = 'imported' in remark && !remark.imported ? ` · ${words.leftOut}` : ''
  return `${place}${column}${value}${count} · ${words.problems[remark.code]}${left}`
}
