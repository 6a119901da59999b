/**
 * An import from the first file to the press that writes: what is being read, how it is read, what is chosen of it. Nothing is written
 * before `write`; letting go of it stops the reading.
 */
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { importProducts, type Imported } from '#shared/documents/commands/import-products.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import type { ColumnUse } from '#shared/domain/briefs/catalogue/column-use.ts'
import { standingOf } from '#shared/domain/briefs/catalogue/match-products.ts'
import {
  withProposed,
  type Preview,
  type Previewed,
  type PreviewRow,
} from '#shared/domain/briefs/catalogue/preview.ts'
import { guessed, type SheetChoice } from '#shared/domain/briefs/catalogue/read-sheet.ts'
import { remembered, toRemember } from '#shared/domain/briefs/catalogue/remembered-uses.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import {
  createCatalogueReader,
  type CatalogueReader,
  type ReadRefusal,
} from './catalogue-reader.ts'
import { firstChoice, planOf, rowIdOf, tooManyOf, type Plan } from './choose-rows.ts'

/** What was said of the columns of a list, by its set of headings. */
export interface HeadingsMemory {
  get(headings: string): unknown
  keep(headings: string, uses: Readonly<Record<string, ColumnUse>>): void
}

export interface ImportAround {
  readonly doc: Y.Doc
  readonly name: DocName
  readonly products: readonly Product[]
  readonly memory: HeadingsMemory
}

export type WriteRefusal = { readonly code: 'too-many-products' | 'value-refused' }

export type ImportState =
  | { readonly kind: 'choosing'; readonly refusal: ReadRefusal | null }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'looking'; readonly fileName: string; readonly previewed: Previewed }

export type Proposed = 'take' | 'leave' | ''

export interface Import {
  readonly state: Accessor<ImportState>
  /** Read again, with another header or other columns. */
  readonly isReadingAgain: Accessor<boolean>
  /** How it is read, or is about to be. */
  readonly choice: Accessor<SheetChoice>
  readonly chosen: Accessor<ReadonlySet<string>>
  readonly plan: Accessor<Plan>
  /** Products that can still be added. */
  readonly room: Accessor<number>
  readonly tooMany: Accessor<number>
  /** Chosen rows without a SKU that one is proposed for. */
  readonly withoutSku: Accessor<readonly PreviewRow[]>
  readonly proposed: Accessor<Proposed>
  readonly canWrite: Accessor<boolean>
  take(file: File): Promise<void>
  read(choice: SheetChoice): Promise<void>
  choose(rows: ReadonlySet<string>): void
  propose(how: Proposed): Promise<void>
  startAgain(): void
  write(): Result<Imported, WriteRefusal>
}

export function createImport(around: ImportAround): Import {
  const [state, setState] = createSignal<ImportState>({ kind: 'choosing', refusal: null })
  const [isReadingAgain, setReadingAgain] = createSignal(false)
  const [choice, setChoice] = createSignal<SheetChoice>(guessed)
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const [proposed, setProposed] = createSignal<Proposed>('')
  let reader: CatalogueReader | null = null
  let asks = 0
  onCleanup(() => reader?.close())

  const looked = (): Previewed | null => {
    const now = state()
    return now.kind === 'looking' ? now.previewed : null
  }
  const room = (): number => Math.max(0, limits.productsPerBrief - around.products.length)
  const chosenRows = createMemo(() => {
    const ids = chosen()
    return ids.size === 0 ? [] : (looked()?.rows.filter((row) => ids.has(rowIdOf(row))) ?? [])
  })
  /** Asked for when somebody chooses: fifty thousand rows are not gone through for a first look. */
  const leftOut = (): ReadonlySet<string> =>
    new Set((looked()?.rows ?? []).filter(({ status }) => status === 'left-out').map(rowIdOf))
  const tooMany = createMemo(() => tooManyOf(chosenRows(), room()))
  const withoutSku = createMemo(() =>
    chosenRows().filter(({ product }) => product?.proposedSku !== undefined),
  )
  const ask = (from: CatalogueReader, how: SheetChoice): Promise<Result<Previewed, ReadRefusal>> =>
    from.read(how, {
      docName: around.name,
      products: around.products.map(standingOf),
      takesProposed: proposed() === 'take',
    })
  /** Guessed, then once more where this set of headings is known. */
  const firstLook = async (
    from: CatalogueReader,
    how: SheetChoice,
  ): Promise<Result<Previewed, ReadRefusal>> => {
    const first = await ask(from, how)
    if (!first.ok || how.uses !== null) return first
    const { titles, headings } = first.value.preview
    const uses = remembered(titles, around.memory.get(headings))
    if (uses === null || sameUses(uses, first.value.preview)) return first
    // Unless a person said something else meanwhile.
    if (choice() !== how) return first
    setChoice({ ...how, uses })
    return ask(from, { ...how, uses })
  }
  const show = (fileName: string, read: Result<Previewed, ReadRefusal>): void => {
    if (!read.ok) return void setState({ kind: 'choosing', refusal: read.refusal })
    setChosen(firstChoice(read.value.rows, read.value.preview.counts, room()))
    setState({ kind: 'looking', fileName, previewed: read.value })
  }
  const startAgain = (): void => {
    reader?.close()
    reader = null
    setState({ kind: 'choosing', refusal: null })
  }
  const again = async (how: SheetChoice): Promise<void> => {
    const [now, from] = [state(), reader]
    if (from === null || now.kind !== 'looking') return
    setChoice(how)
    setReadingAgain(true)
    const asked = (asks += 1)
    const read = await firstLook(from, how)
    // Asked once more meanwhile, or of another list: the last answer alone is shown.
    if (from !== reader || asked !== asks) return
    setReadingAgain(false)
    show(now.fileName, read)
  }
  return {
    state,
    isReadingAgain,
    choice,
    chosen,
    plan: createMemo(() => planOf(chosenRows())),
    room,
    tooMany,
    withoutSku,
    proposed,
    canWrite: () =>
      chosenRows().length > 0 &&
      tooMany() === 0 &&
      !isReadingAgain() &&
      (withoutSku().length === 0 || proposed() !== ''),
    async take(file) {
      reader?.close()
      const from = (reader = createCatalogueReader())
      setProposed('')
      setReadingAgain(false)
      setChoice(guessed)
      setState({ kind: 'reading', fileName: file.name })
      const opened = await from.open(file)
      const read = opened.ok ? await firstLook(from, guessed) : opened
      // What the last of its messages left behind is over before anything is drawn.
      await new Promise((resolve) => setTimeout(resolve))
      if (from === reader) show(file.name, read)
    },
    read: again,
    choose: (rows) => {
      const left = leftOut()
      setChosen(left.size === 0 ? rows : new Set([...rows].filter((id) => !left.has(id))))
    },
    async propose(how) {
      const before = chosen()
      setProposed(how)
      await again(choice())
      setChosen(before)
    },
    startAgain,
    write() {
      const preview = looked()?.preview
      const rows = chosenRows().flatMap(({ product }) => product ?? [])
      const written = importProducts(
        around.doc,
        around.name,
        proposed() === 'take' ? rows.map(withProposed) : rows,
      )
      if (!written.ok) {
        const { code } = written.refusal
        return refuse({ code: code === 'too-many-products' ? code : 'value-refused' })
      }
      if (preview !== undefined)
        around.memory.keep(preview.headings, toRemember(preview.titles, preview.uses))
      return ok(written.value)
    },
  }
}

const sameUses = (uses: readonly ColumnUse[], preview: Preview): boolean =>
  uses.every((use, at) => use === preview.uses[at])
