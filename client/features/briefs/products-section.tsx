/** The brief's products: typed into the table, or brought in by a file that is chosen, dropped or pasted. */
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createMemo, createSignal, lazy, Show, Suspense, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { isolate } from '#client/i18n/isolate.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { AddLine } from '#client/ui/add-line.tsx'
import { Button } from '#client/ui/button.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { Table } from '#client/ui/table.tsx'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { sayCategory } from '#shared/domain/choices/categories.ts'
import {
  addProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { HeadingsMemory } from './import/create-import.ts'
import { acceptedFiles, createImportEntry } from './import/create-import-entry.ts'
import { formWords } from './form/words.ts'
import { hasHeadings, pasteCells } from './paste-cells.ts'
import type { FieldPresence } from './presence.ts'
import { briefWords } from './words.ts'

const ImportResult = lazy(async () => ({
  default: (await import('./import/import-result.tsx')).ImportResult,
}))
const ImportDialog = lazy(async () => ({
  default: (await import('./import/import-dialog.tsx')).ImportDialog,
}))

export interface ProductsSectionProps {
  readonly doc: Y.Doc
  readonly name: DocName
  readonly products: readonly Product[]
  readonly presence: FieldPresence
  readonly readOnly: boolean
  readonly undo: () => void
  readonly mappings: HeadingsMemory
}

/** A weight in grams with its decimals; more is none. */
const weightCharacters = 20

/** A longer list scrolls inside itself, so that what follows it stays in reach. */
const shownWhole = 40

type TextColumn = 'sku' | 'name' | 'category' | 'barcode' | 'note'

export function ProductsSection(props: ProductsSectionProps) {
  const words = useWords(briefWords)
  const importing = createImportEntry(() => props.doc)
  const add = (): void => {
    const added = addProduct(props.doc, randomRowId(), {})
    if (!added.ok) showToast(words().tooManyProducts(limits.productsPerBrief), { tone: 'warn' })
  }
  const paste = (text: string, at: { readonly row: number; readonly column: string }): void => {
    if (hasHeadings(text)) return importing.giveText(text)
    const done = pasteCells(props.doc, props.products, text, at)
    if (!done.ok) {
      const why =
        done.refusal.code === 'too-many-products'
          ? words().tooManyProducts(limits.productsPerBrief)
          : done.refusal.code === 'not-a-weight'
            ? words().pastedNoWeight
            : words().pastedTooLong(limits.cellCharacters)
      showToast(why, { tone: 'warn' })
      return
    }
    const said = words().pasted(done.value.rows)
    showToast(done.value.cut ? `${said}${words().pastedCut}` : said, {
      action: { label: words().undo, run: props.undo },
    })
  }
  const remove = (product: Product): void => {
    removeProduct(props.doc, product.id)
    showToast(words().removed, { action: { label: words().undo, run: props.undo } })
  }
  const [form, headings] = [
    useWords(formWords),
    () => ({ ...words(), barcode: form().barcode, note: form().productNote }),
  ]
  // What is being written stays as it is written; what stands there is said in words.
  const [typed, setTyped] = createSignal<string | null>(null)
  const said = (product: Product, field: TextColumn): string => {
    const text = product[field]
    return field !== 'category' || text === typed() ? text : sayCategory(text, language())
  }
  const cell = (product: Accessor<Product>, field: TextColumn) => (
    <InlineField
      label={`${headings()[field]} · ${isolate(product().name || product().sku || words().products)}`}
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
  const removeColumn = (): TableColumn<Product> => ({
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
  const columns = createMemo((): readonly TableColumn<Product>[] => [
    {
      id: 'sku',
      head: words().sku,
      width: 152,
      fill: true,
      cell: (product) => cell(product, 'sku'),
    },
    {
      id: 'name',
      head: words().name,
      width: 160,
      fill: true,
      cell: (product) => cell(product, 'name'),
    },
    {
      id: 'category',
      head: words().category,
      width: 96,
      fill: true,
      cell: (product) => cell(product, 'category'),
    },
    {
      id: 'weight',
      head: words().weight,
      width: 64,
      align: 'end',
      fill: true,
      cell: (product) => <Weight product={product()} section={props} />,
    },
    {
      id: 'barcode',
      head: headings().barcode,
      width: 168,
      fill: true,
      cell: (product) => cell(product, 'barcode'),
    },
    {
      id: 'note',
      head: headings().note,
      width: 160,
      fill: true,
      cell: (product) => cell(product, 'note'),
    },
    ...(props.readOnly ? [] : [removeColumn()]),
  ])
  return (
    <Section
      title={words().products}
      note={
        props.products.length > 0
          ? String(props.products.length)
          : props.readOnly
            ? undefined
            : words().productsHelp
      }
    >
      <Stack gap="near">
        <Show when={importing.imported()}>
          {(imported) => (
            <Suspense>
              <ImportResult
                imported={imported()}
                onUndo={importing.undo}
                onDismiss={importing.dismiss}
              />
            </Suspense>
          )}
        </Show>
        <Show when={props.products.length > 0}>
          <div data-part="products">
            <Table
              label={words().products}
              rows={props.products}
              rowId={(product) => product.id}
              columns={columns()}
              height={props.products.length > shownWhole ? 'min(560px, 70vh)' : undefined}
              onPasteCells={props.readOnly ? undefined : paste}
            />
          </div>
        </Show>
      </Stack>
      <Show when={!props.readOnly}>
        <AddLine>
          <Button kind="quiet" onClick={add}>
            <Plus size={16} aria-hidden="true" />
            {words().addProduct}
          </Button>
          <DropZone
            label={words().importFile}
            help={props.products.length > 0 ? undefined : words().dropHelp}
            compact={props.products.length > 0}
            pasteFromPage={!importing.isOpen()}
            accept={acceptedFiles}
            onFiles={([file]) => file !== undefined && importing.give(file)}
            onText={importing.giveText}
          />
        </AddLine>
        <Show when={importing.wasOpened()}>
          <Suspense>
            <ImportDialog
              open={importing.isOpen()}
              onOpenChange={importing.setOpen}
              given={importing.given()}
              doc={props.doc}
              name={props.name}
              products={props.products}
              memory={props.mappings}
              onBegin={importing.begin}
              onImported={importing.done}
            />
          </Suspense>
        </Show>
      </Show>
    </Section>
  )
}

function Weight(cell: { readonly product: Product; readonly section: ProductsSectionProps }) {
  const words = useWords(briefWords)
  const [wrong, setWrong] = createSignal(false)
  return (
    <InlineField
      label={`${words().weight} · ${isolate(cell.product.name)}`}
      value={cell.product.weightGrams === null ? '' : String(cell.product.weightGrams)}
      align="end"
      inputMode="decimal"
      maxLength={weightCharacters}
      readOnly={cell.section.readOnly}
      error={wrong() ? words().notANumber : undefined}
      onInput={(text) => {
        const grams = text.trim() === '' ? null : Number(text.replace(',', '.'))
        const fits = setProductField(cell.section.doc, cell.product.id, { weightGrams: grams })
        setWrong(!fits.ok)
      }}
    />
  )
}
