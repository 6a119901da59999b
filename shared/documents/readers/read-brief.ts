/**
 * A brief's document as plain values. Total: any merged state and any value gives a brief with its problems, and what this
 * version does not know stays in the document untouched.
 */
import type * as Y from 'yjs'
import type {
  Brief,
  BriefProblem,
  BriefSummary,
  Product,
  Rush,
} from '#shared/domain/briefs/brief.ts'
import type { TemplateSummary } from '#shared/domain/briefs/template-summary.ts'
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'
import { sentenceNames } from '#shared/domain/briefs/details.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { readRows } from '#shared/documents/rows.ts'
import { readShortText } from '#shared/documents/short-text.ts'
import { readDetails, readSentences } from './read-details.ts'
import { readFiles, readKeywords, readMeant } from './read-keyed.ts'
import { readList } from './read-list.ts'
import { readPoints } from './read-points.ts'
import { readProducts } from './read-products.ts'
import { readTargets } from './read-targets.ts'

export type BriefHead = Pick<Brief, 'title' | 'titleCandidates' | 'wantedBy' | 'rush'>

/** Of the roots `short` and `fields` alone. */
export function readBriefHead(doc: Y.Doc): BriefHead {
  const title = readShortText(rootMap(doc, 'short'), 'title')
  const { wantedBy, rush } = readFields(doc)
  return { title: title?.text ?? '', titleCandidates: title?.candidates ?? [], wantedBy, rush }
}

export function readBrief(doc: Y.Doc): Brief {
  const head = readBriefHead(doc)
  const points = readPoints(rootMap(doc, 'points'))
  const products = readProducts(rootMap(doc, 'products'))
  const problems: BriefProblem[] = [...readFields(doc).problems, ...sameSku(products)]
  if (head.titleCandidates.length > 1) problems.unshift({ code: 'choose-title' })
  const sentences = readSentences(rootMap(doc, 'short'))
  for (const sentence of sentenceNames) {
    if (sentences[sentence].candidates.length > 1)
      problems.push({ code: 'choose-sentence', sentence })
  }
  for (const { id, candidates } of points) {
    if (candidates.length > 1) problems.push({ code: 'choose-point', point: id })
  }
  if (products.length > limits.productsPerBrief) {
    problems.push({
      code: 'too-many-products',
      count: products.length,
      limit: limits.productsPerBrief,
    })
  }
  return {
    ...head,
    targets: readTargets(rootMap(doc, 'targets')),
    points,
    products,
    details: readDetails(rootMap(doc, 'fields')),
    sentences,
    deliverables: readList(doc, 'deliverables'),
    facts: readList(doc, 'facts'),
    references: readList(doc, 'references'),
    photos: readList(doc, 'photos'),
    limits: readList(doc, 'limits'),
    modules: readList(doc, 'modules'),
    terms: readList(doc, 'terms'),
    offers: readList(doc, 'offers'),
    keywords: readKeywords(rootMap(doc, 'keywords')),
    meant: readMeant(rootMap(doc, 'meant')),
    files: readFiles(rootMap(doc, 'files')),
    problems,
  }
}

export function summariseBrief(doc: Y.Doc): BriefSummary {
  const title = readShortText(rootMap(doc, 'short'), 'title')
  const { wantedBy, rush } = readFields(doc)
  const markets = new Set(readTargets(rootMap(doc, 'targets')).map((target) => target.market))
  return {
    kind: 'brief',
    title: title?.text ?? '',
    chooseTitle: title?.choose ?? false,
    products: readRows(rootMap(doc, 'products')).length,
    markets: [...markets].sort(),
    wantedBy,
    rush,
  }
}

export function summariseTemplate(doc: Y.Doc): TemplateSummary {
  const { title, markets } = summariseBrief(doc)
  return {
    kind: 'template',
    title,
    markets,
    deliverables: readRows(rootMap(doc, 'deliverables')).length,
    retired: rootMap(doc, 'fields').get('retired') === true,
  }
}

function readFields(doc: Y.Doc): { wantedBy: string | null; rush: Rush; problems: BriefProblem[] } {
  const fields = rootMap(doc, 'fields')
  const problems: BriefProblem[] = []
  const day = fields.get('wantedBy') ?? null
  const wantedBy = isCalendarDate(day) ? day : null
  if (day !== null && wantedBy === null) problems.push({ code: 'not-a-date', field: 'wantedBy' })
  const speed = fields.get('rush') ?? 'standard'
  if (speed !== 'standard' && speed !== 'rush') problems.push({ code: 'unknown-rush' })
  return { wantedBy, rush: speed === 'rush' ? 'rush' : 'standard', problems }
}

function sameSku(products: readonly Product[]): BriefProblem[] {
  const bySku = new Map<string, Product[]>()
  for (const product of products) {
    if (product.problems.includes('duplicate-sku'))
      bySku.set(product.sku, [...(bySku.get(product.sku) ?? []), product])
  }
  return [...bySku].map(([sku, same]) => ({
    code: 'duplicate-sku',
    sku,
    products: same.map(({ id }) => id),
  }))
}
