/** What a document is found by: its title, and everything people wrote in it, a line each. Left out: the index. */
import type * as Y from 'yjs'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { sentenceNames } from '#shared/domain/briefs/details.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { tagWord } from '#shared/domain/tasks/tags.ts'
import { titleOfTask } from '#shared/domain/tasks/task.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readBrief } from './read-brief.ts'
import { readCosts } from './read-costs.ts'
import { readTask } from './read-task.ts'
import { notesLines } from './notes-text.ts'
import { readEntries } from './talk-entries.ts'

export interface SearchText {
  readonly title: string
  readonly text: string
}

export function searchText(name: DocName, doc: Y.Doc): SearchText {
  switch (kindOf(name)) {
    case 'brief':
    case 'template':
      return briefText(doc)
    case 'task':
      return taskText(doc)
    case 'talk':
      return { title: '', text: talkText(doc) }
    case 'costs':
      return { title: '', text: quotesText(doc) }
    // Settings and profiles are places of their own, not something to be found.
    case 'workspace':
    case 'person':
    case 'sop':
    case 'prices':
    case null:
      return { title: '', text: '' }
  }
}

/** What it is of and for, in both languages; what people write about it stands in its talk. */
function taskText(doc: Y.Doc): SearchText {
  const task = readTask(doc)
  const deliverable = deliverableById(task.deliverable)
  const market = marketById(task.market)
  const lines = [
    deliverable === null ? task.deliverable : `${deliverable.zh} ${deliverable.en}`,
    [task.platform, market === null ? '' : `${market.zh} ${market.en}`, task.locale].join(' '),
    task.tags.map((tag) => `${tagWord(tag, 'zh')} ${tagWord(tag, 'en')}`).join(' '),
  ]
  return { title: titleOfTask(task), text: lines.join('\n') }
}

function briefText(doc: Y.Doc): SearchText {
  const brief = readBrief(doc)
  const markets = new Set(brief.targets.map(({ market }) => market))
  const lines = [
    ...(brief.titleCandidates.length > 1 ? brief.titleCandidates.map(({ text }) => text) : []),
    ...brief.products.map((one) =>
      [one.sku, one.name, one.category, one.options, one.barcode, one.note]
        .filter((cell) => cell !== '')
        .join(' · '),
    ),
    ...brief.points.flatMap(({ candidates, proof }) => [
      ...candidates.map(({ text }) => text),
      proof,
    ]),
    ...formLines(brief),
    ...Array.from(markets, (id) => {
      const market = marketById(id)
      return market === null ? id : `${market.zh} ${market.en}`
    }),
    ...notesLines(doc),
  ]
  return { title: brief.title, text: lines.filter((line) => line !== '').join('\n') }
}

/** What people wrote in the form beside points and products; choices are nothing one searches for. */
function formLines(brief: Brief): string[] {
  const { details } = brief
  return [
    ...sentenceNames.flatMap((name) => brief.sentences[name].candidates.map(({ text }) => text)),
    ...brief.facts.map(({ name, value, unit }) => [name, value, unit].join(' ').trim()),
    ...brief.references.flatMap(({ address, learn, avoid }) => [address, learn, avoid]),
    ...brief.photos.map(({ text }) => text),
    ...brief.limits.map(({ text }) => text),
    ...brief.modules.map(({ purpose }) => purpose),
    ...brief.terms.map(({ term, note }) => [term, note].join(' ').trim()),
    ...brief.keywords.flatMap(({ terms }) => terms),
    ...[details.shootPlace, details.brandKit, details.adPlacement, details.adMetric],
    ...details.notSaidLive.split('\n'),
    ...Object.values(brief.files).map(({ name }) => name),
  ]
}

/** Vendors and what was noted about them; amounts are nothing one searches for. */
const quotesText = (doc: Y.Doc): string =>
  readCosts(doc)
    .quotes.map(({ vendor, note }) => [vendor, note].filter((text) => text !== '').join(' '))
    .join('\n')

/** Who is who is not known here: what an author said under the comment's own clientID, nothing where anybody claims to take it back. */
const talkText = (doc: Y.Doc): string =>
  readEntries(doc)
    .filter(({ wordings }) => wordings.at(-1)?.wording?.text !== '')
    .map(({ client, wordings }) => wordings.findLast((one) => one.client === client)?.wording?.text)
    .filter((text) => text !== undefined)
    .join('\n')
