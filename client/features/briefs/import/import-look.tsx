/** A list that was read: how it was read and may be read otherwise, what comes of it, and its rows with what there is to say. */
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { isCheckedOnly } from '#shared/domain/briefs/catalogue/column-use.ts'
import type { Previewed } from '#shared/domain/briefs/catalogue/preview.ts'
import type { Import, Proposed } from './create-import.ts'
import { everything, filterRows, firstThatFit, type RowFilter } from './choose-rows.ts'
import { createTurns } from './create-turns.ts'
import { ImportColumns } from './import-columns.tsx'
import { ImportRows } from './import-rows.tsx'
import { NotTaken } from './not-taken.tsx'
import { problemWords } from './problem-words.ts'
import { RowFilters } from './row-filters.tsx'
import { importWords } from './words.ts'

export interface ImportLookProps {
  readonly importing: Import
  readonly fileName: string
  readonly previewed: Previewed
}

export function ImportLook(props: ImportLookProps) {
  const words = useWords(importWords)
  const problems = useWords(problemWords)
  const [filter, setFilter] = createSignal<RowFilter>(everything)
  const preview = () => props.previewed.preview
  const rows = () => props.previewed.rows
  const shown = createMemo(() => filterRows(rows(), filter()))
  const counts = () => preview().counts
  const could = (): number => counts().all - counts().leftOut
  const mustChoose = (): boolean => counts().new > props.importing.room()
  const fitting = createMemo(() => firstThatFit(shown(), props.importing.room()))
  const plan = () => props.importing.plan()
  // In tasks of their own: its name, how it was read, what comes of it, its rows.
  const turn = createTurns(3)
  const columnsId = createUniqueId()
  const [columnsOpen, setColumnsOpen] = createSignal<boolean | null>(null)
  const isColumnsOpen = (): boolean => columnsOpen() ?? !preview().isMapped
  /** What is asked about above is not told again. */
  const fileProblems = (): string[] =>
    preview().problems.flatMap((problem) =>
      'count' in problem && (problem.code !== 'missing-sku' || !asksForSkus())
        ? [words().ofRows(problems()[problem.code], problem.count)]
        : [],
    )
  const asksForSkus = (): boolean => props.importing.withoutSku().length > 0
  const proposedCards = () => {
    const example = props.importing.withoutSku()[0]?.product?.proposedSku ?? ''
    return (['take', 'leave'] as const).map((value: Exclude<Proposed, ''>) => ({
      value,
      title: words().proposedChoices[value],
      detail: value === 'take' ? words().proposedHelp(example) : undefined,
    }))
  }
  return (
    <Stack>
      <Text kind="small">
        {[
          props.fileName,
          words().sources[preview().source],
          words().readAs(preview().encoding),
        ].join(' · ')}
      </Text>
      <Show when={turn() > 0}>
        <Row wrap align="end">
          <Show when={preview().sheets.length > 1}>
            <Select
              label={words().sheet}
              value={String(props.importing.choice().sheet)}
              options={preview().sheets.map((label, at) => ({ value: String(at), label }))}
              onChange={(sheet) =>
                void props.importing.read({ sheet: Number(sheet), headerRow: null, uses: null })
              }
            />
          </Show>
          <Select
            label={words().headerRow}
            value={String(preview().headerRow)}
            options={preview()
              .firstRows.filter(({ text }) => text !== '')
              .map(({ rowNumber, text }) => ({
                value: String(rowNumber),
                label: words().headerAt(rowNumber, text.slice(0, 40)),
              }))}
            onChange={(row) =>
              void props.importing.read({
                ...props.importing.choice(),
                headerRow: Number(row),
                uses: null,
              })
            }
          />
          <Button
            kind="quiet"
            aria-expanded={isColumnsOpen()}
            aria-controls={columnsId}
            onClick={() => setColumnsOpen(!isColumnsOpen())}
          >
            {words().columns}
          </Button>
        </Row>
      </Show>
      <Show when={isColumnsOpen()}>
        <div id={columnsId}>
          <ImportColumns
            preview={preview()}
            uses={props.importing.choice().uses ?? preview().uses}
            onUses={(uses) => {
              setColumnsOpen(true)
              void props.importing.read({
                ...props.importing.choice(),
                headerRow: props.importing.choice().headerRow ?? preview().headerRow,
                uses,
              })
            }}
          />
        </div>
      </Show>
      <Show
        when={turn() > 1 && preview().isMapped}
        fallback={
          <Show when={!preview().isMapped}>
            <Banner tone="warn">{words().needsMapping}</Banner>
          </Show>
        }
      >
        <Show when={mustChoose()}>
          <Banner
            tone="warn"
            action={
              <Button
                kind="quiet"
                onClick={() => props.importing.choose(fitting())}
                disabled={fitting().size === 0}
              >
                {shown().length === rows().length || fitting().size < shown().length
                  ? words().firstFew(fitting().size)
                  : words().allShown(fitting().size)}
              </Button>
            }
          >
            {words().which(could(), props.importing.room())}
          </Banner>
        </Show>
        <Show when={asksForSkus()}>
          <RadioCards
            label={words().noSku(props.importing.withoutSku().length)}
            help={props.importing.proposed() === '' ? words().confirmProposed : undefined}
            cards={proposedCards()}
            value={props.importing.proposed()}
            onChange={(how) => void props.importing.propose(how)}
          />
        </Show>
        <Text>{words().plan(plan().new, plan().update, plan().unchanged, counts().leftOut)}</Text>
        <Show when={props.importing.tooMany() > 0}>
          <Banner tone="bad">{words().tooMany(props.importing.tooMany())}</Banner>
        </Show>
        <RowFilters
          counts={counts()}
          categories={preview().categories}
          filter={filter()}
          onFilter={setFilter}
        />
        <Show when={turn() > 2}>
          <ImportRows
            rows={shown()}
            chosen={props.importing.chosen()}
            onChoose={(chosen) => props.importing.choose(chosen)}
            takesProposed={props.importing.proposed() !== 'leave'}
          />
        </Show>
        <Show when={fileProblems().length > 0}>
          <NoteList>
            <For each={fileProblems()}>{(sentence) => <li>{sentence}</li>}</For>
          </NoteList>
        </Show>
        <NotTaken unused={preview().unusedColumns} hasPrices={preview().uses.some(isCheckedOnly)} />
      </Show>
    </Stack>
  )
}
