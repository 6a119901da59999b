/** Whatever a person can do to a brief with its commands, as acts to be picked at random; merge tests pick from them. */
import type * as Y from 'yjs'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { detailNames, detailTypes, sentenceNames } from '#shared/domain/briefs/details.ts'
import { limitRowId } from '#shared/domain/briefs/derived-ids.ts'
import { columnsOf, listNames, type ListName } from '#shared/domain/briefs/lists.ts'
import { productRowId } from '#shared/domain/briefs/product-row-id.ts'
import { isOffered } from '#shared/domain/briefs/quality/chosen.ts'
import { isRowId } from '#shared/domain/briefs/row-ids.ts'
import type { DocName, RowId } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import {
  chooseSentence,
  meanExactly,
  setDetail,
  setKeywords,
  setSentence,
} from '#shared/documents/commands/brief-details.ts'
import {
  choosePlatform,
  chooseTitle,
  letTargetsGo,
  setRush,
  setTitle,
  setWantedBy,
  toggleTarget,
} from '#shared/documents/commands/brief-fields.ts'
import {
  addListRow,
  chooseDeliverable,
  moveListRow,
  removeListRow,
  setListRow,
  tickLimit,
} from '#shared/documents/commands/brief-lists.ts'
import {
  addPoint,
  choosePointText,
  movePoint,
  removePoint,
  setPointProof,
  setPointText,
} from '#shared/documents/commands/brief-points.ts'
import {
  addProduct,
  moveProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import { importProducts } from '#shared/documents/commands/import-products.ts'
import { pasteListRows, pastePoints } from '#shared/documents/commands/paste-rows.ts'
import { pasteProducts } from '#shared/documents/commands/paste-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'

export const docName = 'brief-00000000000000000000000000' as DocName

/** What must be visible at the end whatever the others did: rows nobody removed and nobody took back. */
export interface Ledger {
  readonly added: Set<string>
  readonly removed: Set<string>
}

export function randomActs(
  doc: Y.Doc,
  random: Random,
  newRow: () => RowId,
  { added, removed }: Ledger = { added: new Set(), removed: new Set() },
  text = `文 ${random.int(1_000)}`,
): (() => void)[] {
  const brief = readBrief(doc)
  const product = brief.products.length > 0 ? random.pick(brief.products).id : null
  const point = brief.points.length > 0 ? random.pick(brief.points) : null
  const file: BriefFile = {
    id: `${random.int(4)}`.repeat(64),
    name: `${text}.pdf`,
    type: 'application/pdf',
    size: 12,
  }
  const made = (id: RowId): RowId => {
    added.add(id)
    return id
  }
  const gone = (id: string): void => void removed.add(id)
  const ownLists = listNames.filter((name) => name !== 'deliverables')
  const list = random.pick(ownLists)
  const anyList = random.pick(listNames)
  const rows: readonly { readonly id: RowId }[] = brief[anyList]
  const row = rows.length > 0 ? random.pick(rows).id : null
  const slot = random.pick(['main-image', 'short-video', 'title'])
  const limit = random.pick(['CE', 'LFGB'])
  const sentence = random.pick(sentenceNames)
  const on = random.int(3) > 0
  return [
    () => void setTitle(doc, text),
    () => void chooseTitle(doc, brief.titleCandidates[0]?.writer ?? ''),
    () => void setWantedBy(doc, `2026-12-${10 + random.int(20)}`),
    () => setRush(doc, random.pick(['standard', 'rush'] as const)),
    () => {
      const market = random.pick(['DE', 'US', 'JP'])
      toggleTarget(doc, { platform: '-', market, locale: 'de-DE' })
    },
    () => choosePlatform(doc, random.pick(['amazon', 'tiktok-shop']), isOffered),
    () =>
      letTargetsGo(
        doc,
        brief.targets.filter(({ market }) => market === random.pick(['DE', 'US', 'JP'])),
      ),
    () => void addPoint(doc, made(newRow()), text, point?.id ?? null),
    () => void (point && setPointText(doc, point.id, text)),
    () => void (point && setPointProof(doc, point.id, { proof: text, proofFile: file })),
    () => void (point && choosePointText(doc, point.id, point.candidates[0]?.writer ?? '')),
    () =>
      point && movePoint(doc, point.id, random.pick([null, ...brief.points.map((one) => one.id)])),
    () => {
      if (point === null) return
      gone(point.id)
      removePoint(doc, point.id)
    },
    () => void addProduct(doc, made(newRow()), { sku: text, name: text }),
    () =>
      void (
        product &&
        setProductField(doc, product, { name: text, barcode: text, weightGrams: random.int(900) })
      ),
    () =>
      product &&
      moveProduct(doc, product, random.pick([null, ...brief.products.map((one) => one.id)])),
    () => {
      if (product === null) return
      gone(product)
      removeProduct(doc, product)
    },
    // Over the last product and below it.
    () => {
      const over = brief.products.at(-1)?.id
      const values = { sku: text, name: text, barcode: '6901234567890123456', note: text }
      pasteProducts(doc, [
        ...(over === undefined ? [] : [{ id: over, values }]),
        { id: made(newRow()), values },
        { id: made(newRow()), values: { name: text, weightGrams: random.int(900) } },
      ])
    },
    () => {
      const found = productFile(random)
      for (const { key } of found) made(productRowId(docName, key))
      importProducts(doc, docName, found)
    },
    () => setRandomDetail(doc, random, text, file),
    () => void setSentence(doc, sentence, text),
    () => void chooseSentence(doc, sentence, brief.sentences[sentence].candidates[0]?.writer ?? ''),
    () => {
      const before = rows === brief[list] ? row : null
      addListRow(doc, list, made(newRow()), valuesFor(list, text, file), before)
    },
    () => void addListRow(doc, list, made(newRow()), valuesFor(list, text, file)),
    () =>
      void (
        row &&
        setListRow(
          doc,
          anyList,
          row,
          anyList === 'deliverables'
            ? { quantity: 1 + random.int(9) }
            : valuesFor(anyList, text, file),
        )
      ),
    () => row && moveListRow(doc, anyList, row, random.pick([null, ...rows.map(({ id }) => id)])),
    () => {
      if (row === null) return
      gone(row)
      removeListRow(doc, anyList, row)
    },
    () => {
      if (on && isRowId(slot)) made(slot)
      else gone(slot)
      chooseDeliverable(doc, slot, on)
    },
    () => {
      const id = limitRowId(limit)
      if (on) made(id)
      else gone(id)
      tickLimit(doc, limit, on)
    },
    () => {
      const below = [made(newRow()), made(newRow())]
      const over = row !== null && anyList !== 'deliverables' && rows === brief[list] ? [row] : []
      const values = valuesFor(list, text, file)
      pasteListRows(
        doc,
        list,
        [...over, ...below].map((id) => ({ id, values })),
        over[0] ?? null,
      )
    },
    () => {
      const over = point === null ? [] : [point.id]
      const below = [made(newRow()), made(newRow())]
      pastePoints(
        doc,
        [...over, ...below].map((id) => ({ id, text, proof: text })),
        random.pick([null, ...brief.points.map(({ id }) => id)]),
      )
    },
    () => void setKeywords(doc, { market: 'DE', locale: 'de-DE' }, { terms: `${text}\nbecher` }),
    () => void meanExactly(doc, random.pick(['0123456789abcdef', 'fedcba9876543210']), text),
  ]
}

const productFile = (random: Random): Parameters<typeof importProducts>[2] =>
  Array.from({ length: 1 + random.int(5) }, (_, index) => {
    const sku = `CUP-${index}`
    return { sku, name: `杯 ${index}`, category: '', handle: '', options: '', key: `sku:${sku}` }
  })

/** A value for every cell. */
function valuesFor(list: ListName, text: string, file: BriefFile): Record<string, unknown> {
  const values = { text, flag: true, file, quantity: 2 } as const
  return Object.fromEntries(columnsOf(list).map(([column, type]) => [column, values[type]]))
}

function setRandomDetail(doc: Y.Doc, random: Random, text: string, file: BriefFile): void {
  const name = random.pick(detailNames)
  const values = {
    text,
    lines: `${text}\n${text}`,
    flag: random.int(2) === 0,
    day: `2026-12-${10 + random.int(20)}`,
    seconds: 1 + random.int(60),
    file,
    'design-rules': random.pick(['present', 'from-scratch'] as const),
  } as const
  setDetail(doc, name, values[detailTypes[name]] as never)
}
