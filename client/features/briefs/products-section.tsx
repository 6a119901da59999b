/** The brief's products: typed into the table, or brought in by a file that is chosen, dropped or pasted. */
import Plus from 'lucide-solid/icons/plus'
import { Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { AddLine } from '#client/ui/add-line.tsx'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { Table } from '#client/ui/table.tsx'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { addProduct, removeProduct } from '#shared/documents/commands/brief-products.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { HeadingsMemory } from './import/create-import.ts'
import { acceptedFiles, createImportEntry } from './import/create-import-entry.ts'
import { hasHeadings, pasteCells } from './paste-cells.ts'
import type { FieldPresence } from './presence.ts'
import { createProductColumns } from './product-columns.tsx'
import { briefWords } from './words.ts'

const ImportResult = later(async () => (await import('./import/import-result.tsx')).ImportResult)
const ImportDialog = later(async () => (await import('./import/import-dialog.tsx')).ImportDialog)

export interface ProductsSectionProps {
  readonly doc: Y.Doc
  readonly name: DocName
  readonly products: readonly Product[]
  readonly presence: FieldPresence
  readonly readOnly: boolean
  readonly undo: () => void
  readonly mappings: HeadingsMemory
}

/** A longer list scrolls inside itself, so that what follows it stays in reach. */
const shownWhole = 40

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
  const columns = createProductColumns(props, remove)
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
            <ImportResult
              imported={imported()}
              onUndo={importing.undo}
              onDismiss={importing.dismiss}
            />
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
        </Show>
      </Show>
    </Section>
  )
}
