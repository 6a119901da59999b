/** The columns of the products table: fields written in place, and the button that takes a row out. */
import Trash from 'lucide-solid/icons/trash'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { isolate } from '#client/i18n/isolate.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import { sayCategory } from '#shared/domain/choices/categories.ts'
import { setProductField } from '#shared/documents/commands/brief-products.ts'
import { limits } from '#shared/protocol/limits.ts'
import { formWords } from './form/words.ts'
import type { FieldPresence } from './presence.ts'
import { briefWords } from './words.ts'

export interface ProductCells {
  readonly doc: Y.Doc
  readonly presence: FieldPresence
  readonly readOnly: boolean
}

/** px, in their order. What is pasted follows this order, too (paste-cells.ts). */
const texts = { sku: 152, name: 160, category: 96, options: 120, barcode: 168, note: 160 } as const
type TextColumn = keyof typeof texts

/** A weight in grams with its decimals; more is none. */
const weightCharacters = 20

export function createProductColumns(
  props: ProductCells,
  remove: (product: Product) => void,
): Accessor<readonly TableColumn<Product>[]> {
  const words = useWords(briefWords)
  const form = useWords(formWords)
  const heads = () => {
    const { barcode, productNote, productOptions } = form()
    return { ...words(), barcode, note: productNote, options: productOptions }
  }
  // What is being written stays as it is written; what stands there is said in words.
  const [typed, setTyped] = createSignal<string | null>(null)
  const said = (product: Product, field: TextColumn): string => {
    const text = product[field]
    return field !== 'category' || text === typed() ? text : sayCategory(text, language())
  }
  const textCell = (product: Accessor<Product>, field: TextColumn) => (
    <InlineField
      label={`${heads()[field]} · ${isolate(product().name || product().sku || words().products)}`}
      value={said(product(), field)}
      placeholder={field === 'sku' ? words().skuMissing : undefined}
      readOnly={props.readOnly}
      maxLength={limits.cellCharacters}
      error={
        field === 'sku' && product().problems.includes('duplicate-sku')
          ? words().duplicateSku
          : undefined
      }
      presence={props.presence.mark(`${field}/${product().id}`)}
      onFocus={() => props.presence.enter(`${field}/${product().id}`)}
      onBlur={() => {
        if (field === 'category') setTyped(null)
        props.presence.leave(`${field}/${product().id}`)
      }}
      onInput={(text) => {
        if (field === 'category') setTyped(text)
        setProductField(props.doc, product().id, { [field]: text })
      }}
    />
  )
  const text = (field: TextColumn): TableColumn<Product> => ({
    id: field,
    head: heads()[field],
    width: texts[field],
    fill: true,
    cell: (product) => textCell(product, field),
  })
  const weight = (): TableColumn<Product> => ({
    id: 'weight',
    head: words().weight,
    width: 64,
    align: 'end',
    fill: true,
    cell: (product) => <Weight {...props} product={product()} />,
  })
  const removal = (): TableColumn<Product> => ({
    id: 'remove',
    head: words().remove,
    hideHead: true,
    width: 40,
    cell: (product) => (
      <IconButton
        label={`${words().remove} ${isolate(product().name)}`}
        onClick={() => remove(product())}
      >
        <Trash size={16} aria-hidden="true" />
      </IconButton>
    ),
  })
  return createMemo(() => [
    ...[text('sku'), text('name'), text('category'), weight()],
    ...[text('options'), text('barcode'), text('note')],
    ...(props.readOnly ? [] : [removal()]),
  ])
}

function Weight(props: ProductCells & { readonly product: Product }) {
  const words = useWords(briefWords)
  const [wrong, setWrong] = createSignal(false)
  return (
    <InlineField
      label={`${words().weight} · ${isolate(props.product.name)}`}
      value={props.product.weightGrams === null ? '' : String(props.product.weightGrams)}
      align="end"
      inputMode="decimal"
      maxLength={weightCharacters}
      readOnly={props.readOnly}
      error={wrong() ? words().notANumber : undefined}
      onInput={(text) => {
        const grams = text.trim() === '' ? null : Number(text.replace(',', '.'))
        setWrong(!setProductField(props.doc, props.product.id, { weightGrams: grams }).ok)
      }}
    />
  )
}
