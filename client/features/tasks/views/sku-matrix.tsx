/** One product of a brief: its slots down, its master and listings across, and in each cell how far that asset is. */
import { createMemo, createSignal, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { assetName, listingName, toneOf } from '#client/features/tasks/say-task.ts'
import { writeFilter, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import { PillLink } from '#client/ui/pill-link.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import { matrixOf, type MatrixRow } from './matrix.ts'
import { viewWords } from './words.ts'

export interface SkuMatrixProps {
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
  readonly titleOf: (brief: string) => string
}

const { compare: byName } = new Intl.Collator(undefined, { numeric: true })

export function SkuMatrix(props: SkuMatrixProps) {
  const words = useWords(viewWords)
  const [askedBrief, setBrief] = createSignal('')
  const [askedProduct, setProduct] = createSignal('')
  // In an order of their own, not the most urgent first: what is looked at must not change under the eyes as work moves on.
  const briefs = createMemo(() =>
    [...new Set(props.tasks.map(({ summary }) => summary.brief))].sort((one, other) =>
      byName(props.titleOf(one), props.titleOf(other)),
    ),
  )
  const brief = () => briefs().find((one) => one === askedBrief()) ?? briefs()[0] ?? ''
  const ofBrief = createMemo(() => props.tasks.filter(({ summary }) => summary.brief === brief()))
  const products = createMemo(
    () =>
      new Map(
        ofBrief()
          .map(({ summary }) => [summary.product, summary] as const)
          .sort(([, one], [, other]) => byName(one.sku || one.name, other.sku || other.name)),
      ),
  )
  const product = () =>
    products().has(askedProduct()) ? askedProduct() : [...products().keys()][0]
  const matrix = createMemo(() =>
    matrixOf(ofBrief().filter(({ summary }) => summary.product === product())),
  )
  const cellOf = (task: ListedTask) => (
    <PillLink href={`/tasks/${task.name}${writeFilter(props.filter)}`} tone={toneOf(task)}>
      {task.waitsForMaster && task.log.entries.length === 0
        ? words().waitsForMaster
        : (task.stage?.[language()] ?? '')}
    </PillLink>
  )
  const columns = createMemo((): readonly TableColumn<MatrixRow>[] => [
    { id: 'slot', head: words().slot, width: 150, cell: (row) => assetName(row().first.summary) },
    ...matrix().listings.map(({ id, first }): TableColumn<MatrixRow> => ({
      id,
      head: listingName(first.summary) || words().master,
      width: 170,
      cell: (row) => (
        <Show when={row().cells.get(id)} keyed>
          {cellOf}
        </Show>
      ),
    })),
  ])
  return (
    <Stack>
      <Row wrap align="end">
        <Select
          label={words().brief}
          value={brief()}
          options={briefs().map((value) => ({
            value: String(value),
            label: props.titleOf(value) || words().untitled,
          }))}
          onChange={setBrief}
        />
        <Select
          label={words().product}
          value={product() ?? ''}
          options={[...products()].map(([value, { sku, name }]) => ({
            value,
            label: [sku, name].filter((part) => part !== '').join(' · ') || words().unnamed,
          }))}
          onChange={setProduct}
        />
      </Row>
      <Table
        label={words().matrix}
        columns={columns()}
        rows={matrix().rows}
        rowId={({ id }) => id}
      />
      <Text kind="small">{words().matrixHint}</Text>
    </Stack>
  )
}
