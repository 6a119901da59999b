/**
 * A document as a person or another program reads it: plain values, names instead of ids, text without markup. Only for
 * reading; an import takes the update beside it.
 */
import type * as Y from 'yjs'
import type { Brief, SellingPoint, Sentence } from '#shared/domain/briefs/brief.ts'
import { sentenceNames } from '#shared/domain/briefs/details.ts'
import type { Comment, WriterOf } from '#shared/domain/talk/talk.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { notesText } from '#shared/documents/readers/notes-text.ts'
import { readCosts } from '#shared/documents/readers/read-costs.ts'
import { readPrices } from '#shared/documents/readers/read-prices.ts'
import { readPerson } from '#shared/documents/readers/read-person.ts'
import { readSop } from '#shared/documents/readers/read-sop.ts'
import { readTask } from '#shared/documents/readers/read-task.ts'
import { readTalk } from '#shared/documents/readers/read-talk.ts'
import { readWorkspace } from '#shared/documents/readers/read-workspace.ts'

export interface Writers {
  readonly writerOf: WriterOf
  /** Empty for nobody known. */
  nameOf(writer: string): string
}

export function documentContent(name: DocName, doc: Y.Doc, writers: Writers): unknown {
  switch (kindOf(name)) {
    case 'brief':
    case 'template':
      return briefContent(readBrief(doc), notesText(doc))
    case 'task':
      return taskContent(doc)
    case 'talk':
      return talkContent(doc, writers)
    case 'workspace': {
      const { nameCandidates, ...settings } = readWorkspace(doc)
      return { ...settings, ...others(nameCandidates) }
    }
    case 'person':
      return readPerson(doc)
    case 'sop':
      return readSop(doc)
    case 'prices':
      return readPrices(doc)
    case 'costs':
      return readCosts(doc)
    case null:
      return null
  }
}

function taskContent(doc: Y.Doc): unknown {
  const { ticks, ...task } = readTask(doc)
  return { ...task, ticks: [...ticks] }
}

const briefContent = (brief: Brief, notes: string): unknown => ({
  title: brief.title,
  ...others(brief.titleCandidates),
  wantedBy: brief.wantedBy,
  rush: brief.rush,
  targets: brief.targets,
  points: brief.points.map(pointContent),
  products: brief.products.map(({ id: _id, problems: _problems, ...product }) => product),
  details: { ...brief.details, brandFile: fileName(brief, brief.details.brandFile) },
  ...Object.fromEntries(
    sentenceNames.map((name) => [name, sentenceContent(brief.sentences[name])]),
  ),
  deliverables: brief.deliverables.map(({ id, ...row }) => ({ deliverable: id, ...row })),
  ...Object.fromEntries(plainLists.map((name) => [name, brief[name].map(rowContent(brief))])),
  offers: brief.offers.map(({ product, price }) => ({
    product: brief.products.find(({ id }) => id === product)?.sku ?? '',
    price,
  })),
  keywords: brief.keywords,
  meant: Object.values(brief.meant),
  files: Object.values(brief.files),
  notes,
})

const plainLists = ['facts', 'references', 'photos', 'limits', 'modules', 'terms'] as const

const sentenceContent = ({ text, candidates }: Sentence): unknown =>
  candidates.length > 1 ? { text, ...others(candidates) } : text

/** Files by their names. */
const rowContent =
  (brief: Brief) =>
  ({ id: _id, ...row }: { readonly id: string; readonly [column: string]: unknown }): unknown => ({
    ...row,
    ...('file' in row ? { file: fileName(brief, row['file']) } : {}),
    ...('picture' in row ? { picture: fileName(brief, row['picture']) } : {}),
  })

const fileName = (brief: Brief, id: unknown): string | null =>
  typeof id === 'string' ? (brief.files[id]?.name ?? id) : null

const pointContent = ({ text, candidates, proof }: SellingPoint): unknown =>
  candidates.length > 1 || proof !== ''
    ? { text, ...others(candidates), ...(proof === '' ? {} : { proof }) }
    : text

/** What else stands beside the text shown, as people wrote at the same time. */
const others = (candidates: readonly { readonly text: string }[]): { candidates?: string[] } =>
  candidates.length > 1 ? { candidates: candidates.map(({ text }) => text) } : {}

function talkContent(doc: Y.Doc, { writerOf, nameOf }: Writers): unknown {
  const comment = ({ writer, at, text, standing, earlier, mentions }: Comment): unknown => ({
    by: nameOf(writer),
    at: moment(at),
    text,
    mentions: mentions.map(({ name }) => name),
    ...(standing === 'said' ? {} : { standing }),
    ...(earlier.length === 0
      ? {}
      : { earlier: earlier.map((one) => ({ at: moment(one.at), text: one.text })) }),
  })
  return readTalk(doc, writerOf).map(({ comments, resolvedBy }) => ({
    comments: comments.map(comment),
    resolvedBy: resolvedBy === null ? null : nameOf(resolvedBy),
  }))
}

/** Null where the device did not say, or nobody could mean it. */
const moment = (at: number): string | null =>
  at > 0 && at < 8.64e15 ? new Date(at).toISOString() : null
