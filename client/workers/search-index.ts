/**
 * Everything on this device in one index, read from the store itself and kept up by what changed since. A document of
 * which only the card is here is found by its title. Left out: when it is asked (search.worker.ts).
 */
import type { IDBPDatabase } from 'idb'
import MiniSearch from 'minisearch'
import * as Y from 'yjs'
import { rowsOf } from '#client/replica/disk-parts.ts'
import type { WorkspaceDatabase } from '#client/replica/disk-schema.ts'
import type { IndexRow } from '#client/replica/store.ts'
import { searchText, type SearchText } from '#shared/documents/readers/search-text.ts'
import { parseSummary, type DocumentSummary } from '#shared/documents/summaries.ts'
import { firstMatch, termsAsked, termsOf } from '#shared/domain/search/terms.ts'
import { briefBeside, kindOf, subjectOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'

export interface Found {
  readonly name: DocName
  readonly title: string
  /** The first line where something asked for stands, around it; null when that is only the title. */
  readonly excerpt: Excerpt | null
}

export interface Excerpt {
  readonly before: string
  readonly match: string
  readonly after: string
}

interface Indexed extends SearchText {
  readonly id: DocName
}

/** Letters shown around what was found. */
const around = 40

export interface SearchIndex {
  /** Takes up what changed on the device. */
  refresh(database: IDBPDatabase<WorkspaceDatabase>): Promise<void>
  find(asked: string, limit: number): Found[]
}

export function createSearchIndex(): SearchIndex {
  const known = new Map<DocName, { readonly version: string; readonly text: Indexed }>()
  const index = new MiniSearch<Indexed>({
    fields: ['title', 'text'],
    tokenize: termsOf,
    processTerm: (term) => term,
  })
  const put = (version: string, text: Indexed): void => {
    const before = known.get(text.id)
    if (before !== undefined) index.remove(before.text)
    known.set(text.id, { version, text })
    index.add(text)
  }
  return {
    async refresh(database) {
      const rows = await database.getAll('index')
      const here = new Set(rows.map(({ doc }) => doc))
      for (const [doc, { text }] of known) {
        if (here.has(doc)) continue
        index.remove(text)
        known.delete(doc)
      }
      for (const row of rows) {
        const version = `${row.changedAt}.${row.isHere}`
        if (known.get(row.doc)?.version === version) continue
        const text = row.isHere ? await storedText(database, row.doc) : cardText(row)
        put(version, { id: row.doc, ...text })
      }
    },
    find(asked, limit) {
      const terms = termsAsked(asked)
      return index
        .search(asked, {
          tokenize: termsAsked,
          combineWith: 'AND',
          prefix: true,
          boost: { title: 3 },
          // One slip in a longer word of letters; pairs of characters and numbers are meant as they are.
          fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 1 : false),
        })
        .flatMap(({ id }) => {
          const found = known.get(id as DocName)?.text
          if (found === undefined) return []
          // What was said about a brief or a task leads there.
          const name =
            kindOf(found.id) === 'talk' ? subjectOf(found.id, (name) => known.has(name)) : found.id
          // A vendor is found in the costs beside a brief, which are called as it is.
          const titled = kindOf(name) === 'costs' ? briefBeside(name) : name
          const title = known.get(titled)?.text.title ?? ''
          return [{ name, title, excerpt: excerptOf(found.text, terms) }]
        })
        .filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at)
        .slice(0, limit)
    },
  }
}

async function storedText(
  database: IDBPDatabase<WorkspaceDatabase>,
  name: DocName,
): Promise<SearchText> {
  const tx = database.transaction(['snap', 'upd'])
  const [snap, rows] = await Promise.all([
    tx.objectStore('snap').get(name),
    tx.objectStore('upd').index('doc').getAll(rowsOf(name, 0)),
  ])
  const updates = [...(snap === undefined ? [] : [snap.bytes]), ...rows.map(({ bytes }) => bytes)]
  const doc = new Y.Doc()
  try {
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(updates))
    return searchText(name, doc)
  } finally {
    doc.destroy()
  }
}

const cardText = ({ doc, summary }: IndexRow): SearchText => ({
  title: titleIn(parseSummary(summary, doc)),
  text: '',
})

const titleIn = (summary: DocumentSummary | null): string =>
  summary === null || summary.kind === 'talk' ? '' : summary.title

function excerptOf(text: string, terms: readonly string[]): Excerpt | null {
  for (const line of text.split('\n')) {
    const place = firstMatch(line, terms)
    if (place === null) continue
    const [from, to] = place
    const before = letters(line.slice(0, from)).slice(-around)
    const after = letters(line.slice(to)).slice(0, around)
    return { before: before.join(''), match: line.slice(from, to), after: after.join('') }
  }
  return null
}

const letters = (text: string): string[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
