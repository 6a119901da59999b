/**
 * Every limit the app keeps by itself, produced once in each language: at the limit nothing is said, one above says a sentence
 * that names the figure. The relay's own are walked by test/protocol/limits-walk.test.ts.
 */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal, type JSX } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { sayRefusal as sayFormRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { createCatalogueReader } from '#client/features/briefs/import/catalogue-reader.ts'
import { importWords } from '#client/features/briefs/import/words.ts'
import { LinkField } from '#client/features/briefs/notes-editor/link-field.tsx'
import { TargetsSection } from '#client/features/briefs/targets-section.tsx'
import { briefWords } from '#client/features/briefs/words.ts'
import { openWorkspaceFile } from '#client/features/device/open-workspace-file.ts'
import { workspaceFileWords } from '#client/features/device/workspace-words.ts'
import { daysWords } from '#client/features/people/days-words.ts'
import { sayDaysRefusal } from '#client/features/people/say-days-refusal.ts'
import { sayRefusal } from '#client/features/talk/say-refusal.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { sayRefusal as sayBreakDown } from '#client/features/tasks/break-down/say-refusal.ts'
import { setLanguage, type Language } from '#client/i18n/language.ts'
import { TextField } from '#client/ui/text-field.tsx'
import { ToastRegion } from '#client/ui/toast-region.tsx'
import { setTitle, toggleTarget } from '#shared/documents/commands/brief-fields.ts'
import {
  setDetail,
  setSentence,
  type DetailRefusal,
} from '#shared/documents/commands/brief-details.ts'
import {
  addListRow,
  chooseDeliverable,
  setListRow,
  type ListRefusal,
} from '#shared/documents/commands/brief-lists.ts'
import { addPoint, setPointProof } from '#shared/documents/commands/brief-points.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { sayDays } from '#shared/documents/commands/person-profile.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { commentsRoot } from '#shared/documents/roots.ts'
import { commentIdOf } from '#shared/domain/talk/comment-id.ts'
import { addComment } from '#shared/documents/commands/talk.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { guessed } from '#shared/domain/briefs/catalogue/read-sheet.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import { breakDown } from '#shared/domain/tasks/break-down.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { MemberId, RowId, Topic } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { workbookOf } from '#test/support/workbook-of.ts'
import { sopLimitWalks } from './sop-limit-walks.ts'
import { appLimits } from '#test/protocol/app-limits.ts'
import { estimateLimitWalks } from './estimate-limit-walks.ts'
import { taskLimitWalks } from './task-limit-walks.ts'

afterEach(cleanup)

/** What a person is told at the limit and one above it; null for nothing. */
interface Told {
  readonly at: string | null
  readonly above: string | null
}
type Walk = (language: Language) => Promise<Told> | Told
type AppLimit = (typeof appLimits)[number]

const text = (length: number): string => 'x'.repeat(length)

/** A field with this limit, and the command behind it, which refuses the same. */
const field =
  (most: number, write: (doc: Y.Doc, text: string) => Result<unknown, unknown>): Walk =>
  () => {
    const told = (length: number): string | null => {
      const doc = new Y.Doc()
      expect(write(doc, text(length)).ok).toBe(length <= most)
      const [value, setValue] = createSignal('')
      render(() => <TextField label="f" value={value()} onInput={setValue} maxLength={most} />)
      const input = screen.getByLabelText<HTMLInputElement>('f')
      input.value = text(length)
      fireEvent.input(input)
      expect(value().length).toBe(most)
      const said = screen.getByRole('status', { hidden: true }).textContent
      cleanup()
      return said === '' ? null : said
    }
    return { at: told(most), above: told(most + 1) }
  }

const saidOf = (
  done: Result<unknown, DetailRefusal | ListRefusal>,
  language: Language,
): string | null => (done.ok ? null : sayFormRefusal(done.refusal, formWords[language]))

const saying = (said: string, mentions = 0) => ({
  text: said,
  mentions: Array.from({ length: mentions }, (_, n) => ({
    member: `${n}`.padStart(26, '0') as MemberId,
    name: 'Lin',
  })),
  at: 0,
})
const comment =
  (at: ReturnType<typeof saying>, above: ReturnType<typeof saying>): Walk =>
  (language) => {
    const told = (said: typeof at): string | null => {
      const done = addComment(new Y.Doc(), said)
      return done.ok ? null : sayRefusal(done.refusal, talkWords[language])
    }
    return { at: told(at), above: told(above) }
  }

const rowIdAt = (n: number): RowId => `${n}`.padStart(16, '0') as RowId
const product: Omit<Product, 'id'> = {
  ...{ sku: '', name: 'Mug', category: '', handle: '', options: '', weightGrams: null },
  ...{ barcode: '', note: '', problems: [] },
}

const importing = async (language: Language, file: File): Promise<string | null> => {
  const reader = createCatalogueReader()
  const opened = await reader.open(file)
  const against = { docName: 'brief-x', products: [], takesProposed: false }
  const done = opened.ok ? await reader.read(guessed, against) : opened
  reader.close()
  return done.ok ? null : importWords[language].refusals[done.refusal.code]
}
const sized = (size: number, content = ''): File =>
  ({
    size,
    name: 'list.csv',
    text: async () => content,
    slice: () => new Blob([content]),
    arrayBuffer: async () => new TextEncoder().encode(content).buffer,
  }) as unknown as File
const fileOf = (bytes: Uint8Array<ArrayBuffer>): File =>
  ({ size: 0, name: 'list.xlsx', arrayBuffer: async () => bytes.buffer }) as unknown as File
const listRows = [
  ['SKU', 'name'],
  ['A-1', 'Mug'],
]
const opening = async (language: Language, file: File): Promise<string | null> => {
  const done = await openWorkspaceFile(file)
  if (done.ok || done.refusal.code === 'damaged' || done.refusal.code === 'not-ours') return null
  return workspaceFileWords[language].refusals[done.refusal.code]
}

const shown = (part: () => JSX.Element): void =>
  void render(() => (
    <>
      {part()}
      <ToastRegion label="Messages" closeLabel="Close" />
    </>
  ))
const toasts = (): string[] =>
  [...document.querySelectorAll('.ui-toast')].map((one) => one.textContent ?? '')

const walks: Record<AppLimit, Walk> = {
  titleCharacters: field(limits.titleCharacters, setTitle),
  pointCharacters: field(limits.pointCharacters, (doc, said) => addPoint(doc, randomRowId(), said)),
  cellCharacters: field(limits.cellCharacters, (doc, name) =>
    addProduct(doc, randomRowId(), { name }),
  ),
  productsPerBrief(language) {
    const doc = new Y.Doc()
    const add = (): string | null =>
      addProduct(doc, randomRowId(), {}).ok
        ? null
        : briefWords[language].tooManyProducts(limits.productsPerBrief)
    const first = Array.from({ length: limits.productsPerBrief }, add)
    return { at: first.find((said) => said !== null) ?? null, above: add() }
  },
  pointsPerBrief(language) {
    const doc = new Y.Doc()
    const add = (): string | null =>
      addPoint(doc, randomRowId(), '').ok
        ? null
        : briefWords[language].tooMany(limits.pointsPerBrief)
    const first = Array.from({ length: limits.pointsPerBrief }, add)
    return { at: first.find((said) => said !== null) ?? null, above: add() }
  },
  targetsPerBrief(language) {
    const doc = new Y.Doc()
    for (let n = 0; n < limits.targetsPerBrief; n++)
      expect(toggleTarget(doc, { platform: `p${n}`, market: 'DE', locale: 'de-DE' }).ok).toBe(true)
    const { targets } = readBrief(doc)
    shown(() => <TargetsSection doc={doc} targets={targets} />)
    const before = toasts().length
    fireEvent.click(screen.getByRole('button', { name: marketById('DE')?.[language] ?? '' }))
    return { at: null, above: toasts().slice(before).join('') }
  },
  listRowsPerBrief(language) {
    const doc = new Y.Doc()
    const add = (): string | null =>
      saidOf(addListRow(doc, 'facts', randomRowId(), { name: '高' }), language)
    const first = Array.from({ length: limits.listRowsPerBrief }, add)
    return { at: first.find((said) => said !== null) ?? null, above: add() }
  },
  sentenceCharacters: field(limits.sentenceCharacters, (doc, said) =>
    setSentence(doc, 'tone', said),
  ),
  passageCharacters: field(limits.passageCharacters, (doc, said) =>
    setSentence(doc, 'brandStory', said),
  ),
  deliverableQuantity(language) {
    const doc = new Y.Doc()
    chooseDeliverable(doc, 'main-image', true)
    const { deliverables } = readBrief(doc)
    const set = (quantity: number): string | null =>
      deliverables[0] === undefined
        ? 'not chosen'
        : saidOf(setListRow(doc, 'deliverables', deliverables[0].id, { quantity }), language)
    return { at: set(limits.deliverableQuantity), above: set(limits.deliverableQuantity + 1) }
  },
  videoSeconds(language) {
    const set = (seconds: number): string | null =>
      saidOf(setDetail(new Y.Doc(), 'videoSeconds', seconds), language)
    return { at: set(limits.videoSeconds), above: set(limits.videoSeconds + 1) }
  },
  filesPerBrief(language) {
    const doc = new Y.Doc()
    const point = randomRowId()
    addPoint(doc, point, '')
    const add = (n: number): string | null => {
      const id = n.toString(16).padStart(64, '0')
      const proofFile = { id, name: 'a.pdf', type: 'application/pdf', size: 1 }
      return saidOf(setPointProof(doc, point, { proofFile }), language)
    }
    const first = Array.from({ length: limits.filesPerBrief }, (_, n) => add(n))
    return { at: first.find((said) => said !== null) ?? null, above: add(limits.filesPerBrief) }
  },
  linkCharacters(language) {
    const told = (length: number): string | null => {
      render(() => (
        <LinkField
          words={briefWords[language]}
          address=""
          onDone={() => undefined}
          onCancel={() => undefined}
        />
      ))
      const input = screen.getByRole<HTMLInputElement>('textbox')
      input.value = `https://${text(length - 'https://'.length)}`
      fireEvent.keyDown(input, { key: 'Enter' })
      const said = screen.queryByRole('alert')?.textContent ?? null
      cleanup()
      return said
    }
    return { at: told(limits.linkCharacters), above: told(limits.linkCharacters + 1) }
  },
  commentCharacters: comment(
    saying(text(limits.commentCharacters)),
    saying(text(limits.commentCharacters + 1)),
  ),
  mentionsPerComment: comment(
    saying('x', limits.mentionsPerComment),
    saying('x', limits.mentionsPerComment + 1),
  ),
  daysAtOnce(language) {
    const say = (days: number): string | null => {
      const last = new Date(Date.UTC(2026, 0, days)).toISOString().slice(0, 10)
      const done = sayDays(new Y.Doc(), '2026-01-01', last, 'off')
      return done.ok ? null : sayDaysRefusal(done.refusal, daysWords[language])
    }
    return { at: say(limits.daysAtOnce), above: say(limits.daysAtOnce + 1) }
  },
  daysPerPerson(language) {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let day = 1; day < limits.daysPerPerson; day++)
        doc
          .getMap('days')
          .set(`${new Date(day * 86_400_000).toISOString().slice(0, 10)}/said`, 'off')
    })
    const say = (day: string): string | null => {
      const done = sayDays(doc, day, day, 'off')
      return done.ok ? null : sayDaysRefusal(done.refusal, daysWords[language])
    }
    return { at: say('2026-12-24'), above: say('2026-12-25') }
  },
  commentsPerTalk(language) {
    const doc = new Y.Doc()
    // As another device's: each of them named by the clock of its struct.
    doc.transact(() => {
      for (let clock = 0; clock < limits.commentsPerTalk - 1; clock++) {
        const said = { text: 'x', at: 0, mentions: [], place: clock + 1 }
        commentsRoot(doc).set(`${commentIdOf(doc.clientID, clock)}/said`, said)
      }
    })
    const add = (): string | null => {
      const done = addComment(doc, saying('x'))
      return done.ok ? null : sayRefusal(done.refusal, talkWords[language])
    }
    return { at: add(), above: add() }
  },
  importBytes: async (language) => ({
    at: await importing(language, sized(limits.importBytes, 'sku,name\nA,B\n')),
    above: await importing(language, sized(limits.importBytes + 1)),
  }),
  async importRows(language) {
    const list = (rows: number): string => `sku,name\n${'A,B\n'.repeat(rows)}`
    const told = (rows: number) => importing(language, sized(0, list(rows)))
    return { at: await told(limits.importRows), above: await told(limits.importRows + 1) }
  },
  ...sopLimitWalks,
  tasksPerBreakDown(language) {
    setLanguage(language)
    const told = (products: number): string | null => {
      const doc = new Y.Doc()
      chooseDeliverable(doc, 'secondary-image', true)
      setListRow(doc, 'deliverables', 'secondary-image' as RowId, { quantity: 5 })
      for (const [market, locale] of [
        ['US', 'en-US'],
        ['DE', 'de-DE'],
      ] as const)
        toggleTarget(doc, { platform: 'amazon', market, locale }, true)
      setDetail(doc, 'sourceLanguage', 'en')
      setDetail(doc, 'leadTarget', 'amazon.US.en-US')
      const brief = readBrief(doc)
      const many = Array.from({ length: products }, (_, n) => ({ ...product, id: rowIdAt(n) }))
      const topic = 't'.repeat(26) as Topic
      const done = breakDown({ ...brief, products: many }, topic, defaultSop)
      return done.ok ? null : sayBreakDown(done.refusal)
    }
    const most = limits.tasksPerBreakDown / 10
    return { at: told(most), above: told(most + 1) }
  },
  ...taskLimitWalks,
  ...estimateLimitWalks,
  async importColumns(language) {
    const list = (columns: number): string => `sku${',a'.repeat(columns - 1)}\nA`
    const told = (columns: number) => importing(language, sized(0, list(columns)))
    return { at: await told(limits.importColumns), above: await told(limits.importColumns + 1) }
  },
  async importUnpackedBytes(language) {
    const told = (bytes: number) => importing(language, fileOf(workbookOf(listRows, bytes)))
    return {
      at: await told(limits.importUnpackedBytes),
      above: await told(limits.importUnpackedBytes + 1),
    }
  },
  workspaceFileBytes: async (language) => ({
    at: await opening(language, sized(limits.workspaceFileBytes)),
    above: await opening(language, sized(limits.workspaceFileBytes + 1)),
  }),
  workspaceZipBytes: async (language) => ({
    at: await opening(language, sized(limits.workspaceZipBytes, 'PK\u0003\u0004')),
    above: await opening(language, sized(limits.workspaceZipBytes + 1, 'PK\u0003\u0004')),
  }),
  async workspaceFileDocuments(language) {
    const file = (documents: number): File =>
      sized(
        0,
        JSON.stringify({
          format: 'asterism-workspace',
          version: 1,
          documents: Array.from({ length: documents }, () => 0),
        }),
      )
    return {
      at: await opening(language, file(limits.workspaceFileDocuments)),
      above: await opening(language, file(limits.workspaceFileDocuments + 1)),
    }
  },
}

/** How a sentence writes the figure. */
const figure = (limit: AppLimit): RegExp =>
  limit.endsWith('Bytes')
    ? new RegExp(`\\b${limits[limit] / 1024 / 1024} MB`)
    : new RegExp(`${limits[limit]}|${limits[limit].toLocaleString('en')}`)

const each = appLimits.flatMap((limit) => [[limit, 'zh'] as const, [limit, 'en'] as const])

test.each(each)('%s is said in %s', async (limit, language) => {
  setLanguage(language)
  const { at, above } = await walks[limit](language)
  expect(at).toBeNull()
  expect(above).toMatch(figure(limit))
  expect(/\p{Script=Han}/u.test(above ?? '')).toBe(language === 'zh')
})
