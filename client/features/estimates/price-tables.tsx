/** Prices as tables to write in: a list of figures, or one line for each deliverable. */
import type * as Y from 'yjs'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Section } from '#client/ui/section.tsx'
import { Table } from '#client/ui/table.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { deliverables, type Deliverable } from '#shared/domain/choices/deliverables.ts'
import {
  feeKey,
  hoursKey,
  pieceWorks,
  priceEntry,
  workKey,
} from '#shared/domain/estimates/price-keys.ts'
import { isOwnPrice, priceOf, type PriceTable } from '#shared/domain/estimates/price-table.ts'
import type { PriceRow } from './price-rows.ts'
import { priceWords } from './price-words.ts'
import { priceText, shownPrice, writePrice } from './write-price.ts'

export interface PriceTablesProps {
  readonly doc: Y.Doc
  readonly prices: PriceTable
  readonly readOnly: boolean
}

export function PriceList(
  props: PriceTablesProps & {
    readonly title: string
    readonly note?: string | undefined
    readonly rows: readonly PriceRow[]
  },
) {
  const words = useWords(priceWords)
  const edit = {
    text: ({ key }: PriceRow) =>
      isSaid(props.prices, key) ? priceText(priceOf(props.prices, key)) : '',
    write: ({ key }: PriceRow, text: string) => writePrice(props.doc, key, text),
    inputMode: 'decimal' as const,
  }
  const unitOf = (key: string): string => {
    const unit = priceEntry(key)?.unit ?? 'money'
    if (key.startsWith('exchange.')) return props.prices.currency
    const money = unit === 'money' || unit === 'per-hour' ? [props.prices.currency] : []
    return [...money, ...(unit === 'money' ? [] : [words().units[unit]])].join(' ')
  }
  return (
    <Section title={props.title} note={props.note}>
      <Table
        label={props.title}
        columns={[
          { ...{ id: 'name', head: words().name, width: 240 }, cell: (row) => row().name },
          {
            ...{ id: 'value', head: words().value, align: 'end', width: 176 },
            edit: props.readOnly ? undefined : edit,
            cell: (row) => shownPrice(props.prices, row().key),
          },
          { ...{ id: 'unit', head: words().unit, width: 136 }, cell: (row) => unitOf(row().key) },
        ]}
        rows={props.rows}
        rowId={({ key }) => key}
      />
    </Section>
  )
}

/** An exchange rate begins with none. */
const isSaid = (prices: PriceTable, key: string): boolean =>
  !key.startsWith('exchange.') || isOwnPrice(prices, key)

export function HoursTable(props: PriceTablesProps) {
  const words = useWords(priceWords)
  return (
    <DeliverableTable
      {...props}
      title={words().hoursTable}
      note={words().hoursNote}
      keys={[
        ...complexities.map((one) => ({
          head: words().complexity[one],
          keyOf: (id: string) => hoursKey(id, one),
        })),
        ...pieceWorks.map((work) => ({
          head: words().work[work],
          keyOf: (id: string) => workKey(work, id),
        })),
      ]}
    />
  )
}

export function FeesTable(props: PriceTablesProps) {
  const words = useWords(priceWords)
  return (
    <DeliverableTable
      {...props}
      title={words().feesTable}
      note={words().feesNote}
      keys={complexities.map((one) => ({
        head: words().complexity[one],
        keyOf: (id: string) => feeKey(id, one),
      }))}
    />
  )
}

const complexities = ['static', 'motion', '3d'] as const

function DeliverableTable(
  props: PriceTablesProps & {
    readonly title: string
    readonly note: string
    readonly keys: readonly { readonly head: string; readonly keyOf: (id: string) => string }[]
  },
) {
  const words = useWords(priceWords)
  const columns = (): readonly TableColumn<Deliverable>[] => [
    { ...{ id: 'name', head: words().deliverable, width: 128 }, cell: (row) => row()[language()] },
    ...props.keys.map(({ head, keyOf }, at): TableColumn<Deliverable> => ({
      ...{ id: String(at), head, align: 'end', width: 92 },
      edit: props.readOnly
        ? undefined
        : {
            text: ({ id }) =>
              priceEntry(keyOf(id)) === null ? '' : priceText(priceOf(props.prices, keyOf(id))),
            write: ({ id }, text) =>
              priceEntry(keyOf(id)) === null && text.trim() === ''
                ? null
                : writePrice(props.doc, keyOf(id), text),
            inputMode: 'decimal',
          },
      cell: (row) =>
        priceEntry(keyOf(row().id)) === null ? '–' : shownPrice(props.prices, keyOf(row().id)),
    })),
  ]
  return (
    <Section title={props.title} note={props.note}>
      <Table label={props.title} columns={columns()} rows={deliverables} rowId={({ id }) => id} />
    </Section>
  )
}
