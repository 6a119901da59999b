/** A brief of test/fixtures/briefs written into a document by the commands a person's screen uses. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import * as z from 'zod/mini'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import type { RowId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import { setDetail, setKeywords, setSentence } from '#shared/documents/commands/brief-details.ts'
import {
  setRush,
  setTitle,
  setWantedBy,
  toggleTarget,
} from '#shared/documents/commands/brief-fields.ts'
import {
  addLimit,
  addListRow,
  chooseDeliverable,
  setListRow,
} from '#shared/documents/commands/brief-lists.ts'
import { addPoint, setPointProof } from '#shared/documents/commands/brief-points.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { notesRoot } from '#shared/documents/roots.ts'

const text = z.optional(z.nullable(z.string()))
export const fixtureSchema = z.object({
  title: z.string(),
  filedOn: z.string(),
  products: z.array(z.object({ sku: z.string(), name: z.string(), category: z.string() })),
  targets: z.array(
    z.object({
      platform: z.string(),
      market: z.string(),
      locale: z.string(),
      lead: z.optional(z.boolean()),
    }),
  ),
  sourceLanguage: z.string(),
  deliverables: z.array(
    z.object({ deliverable: z.string(), quantity: z.number(), complexity: z.string() }),
  ),
  sellingPoints: z.array(z.object({ text: z.string(), proof: text, proofFile: text })),
  references: z.array(z.object({ address: z.string(), learn: text, avoid: text })),
  photos: z.nullable(
    z.object({
      existing: z.array(z.string()),
      shoot: z.nullable(
        z.object({ wanted: z.boolean(), place: z.string(), sampleArrives: z.string() }),
      ),
    }),
  ),
  designRules: z.nullable(z.object({ state: z.string(), brandKit: text, file: text })),
  compliance: z.nullable(
    z.object({
      limits: z.array(z.string()),
      mustNotClaim: z.array(z.string()),
      noneKnown: z.boolean(),
    }),
  ),
  audience: z.string(),
  tone: z.string(),
  facts: z.array(
    z.object({ name: z.string(), value: z.string(), unit: z.string(), file: z.string() }),
  ),
  video: z.optional(
    z.object({
      hook: z.string(),
      length: z.nullable(z.object({ seconds: z.number(), aspect: z.string() })),
    }),
  ),
  enhanced: z.optional(z.object({ modules: z.array(z.object({ purpose: z.string() })) })),
  keywords: z.array(
    z.object({ market: z.string(), terms: z.array(z.string()), source: z.string() }),
  ),
  glossary: z.optional(z.array(z.object({ term: z.string(), use: z.boolean(), why: text }))),
  live: z.optional(
    z.object({
      offers: z.array(z.object({ sku: z.string(), priceRange: z.string() })),
      mustNotSay: z.array(z.string()),
    }),
  ),
  ads: z.optional(
    z.object({
      goal: z.object({ placement: z.string(), metric: z.string(), hypothesis: z.string() }),
    }),
  ),
  wantedBy: z.nullable(z.string()),
  rush: z.enum(['standard', 'rush']),
  notes: z.string(),
})
export type FixtureBrief = z.infer<typeof fixtureSchema>

export const briefFixtures = [
  '01-insulated-mug.zh.json',
  '02-dog-harness.en.json',
  '03-led-desk-lamp.zh.json',
  '04-yoga-set.en.json',
  '05-baby-bib-vague.zh.json',
  '06-phone-tripod.en.json',
] as const

export const readFixture = (name: string): FixtureBrief =>
  fixtureSchema.parse(JSON.parse(readFileSync(`test/fixtures/briefs/${name}`, 'utf8')))

/** As the method's authors computed it. */
export function expectedScore(name: string): number {
  const score = scoresSchema.parse(
    JSON.parse(readFileSync('test/fixtures/briefs/expected.json', 'utf8')),
  ).briefs[name]?.score
  if (score === undefined) throw new Error(`no score is expected of ${name}`)
  return score
}
const scoresSchema = z.object({
  briefs: z.record(z.string(), z.object({ score: z.number() })),
})

export function fixtureBrief(brief: FixtureBrief, newRow: () => RowId): Y.Doc {
  const doc = new Y.Doc()
  writeFixtureBrief(doc, brief, newRow)
  return doc
}

/** Its files are named, their bytes are not there. */
export function writeFixtureBrief(doc: Y.Doc, brief: FixtureBrief, newRow: () => RowId): void {
  must(setTitle(doc, brief.title))
  must(setWantedBy(doc, brief.wantedBy))
  setRush(doc, brief.rush)
  must(setDetail(doc, 'sourceLanguage', brief.sourceLanguage))
  const productIds = new Map<string, RowId>()
  for (const product of brief.products) {
    const id = newRow()
    productIds.set(product.sku, id)
    must(addProduct(doc, id, product))
  }
  for (const { lead, ...target } of brief.targets) {
    must(toggleTarget(doc, target, true))
    if (lead === true) must(setDetail(doc, 'leadTarget', targetKey(target)))
  }
  for (const { deliverable, quantity, complexity } of brief.deliverables) {
    must(chooseDeliverable(doc, deliverable, true))
    must(setListRow(doc, 'deliverables', deliverable as RowId, { quantity, complexity }))
  }
  for (const { text: said, proof, proofFile } of brief.sellingPoints) {
    const id = newRow()
    must(addPoint(doc, id, said))
    must(setPointProof(doc, id, { proof: proof ?? '', proofFile: fileOf(proofFile) }))
  }
  for (const { address, learn, avoid } of brief.references)
    must(
      addListRow(doc, 'references', newRow(), { address, learn: learn ?? '', avoid: avoid ?? '' }),
    )
  writeLooks(doc, brief, newRow)
  writeFacts(doc, brief, newRow, productIds)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(brief.notes)])
  notesRoot(doc).insert(0, [paragraph])
}

function writeLooks(doc: Y.Doc, brief: FixtureBrief, newRow: () => RowId): void {
  const { photos, designRules, compliance, video } = brief
  for (const said of photos?.existing ?? [])
    must(addListRow(doc, 'photos', newRow(), { text: said }))
  if (photos?.shoot) {
    must(setDetail(doc, 'shoot', photos.shoot.wanted))
    must(setDetail(doc, 'shootPlace', photos.shoot.place))
    must(setDetail(doc, 'sampleArrives', photos.shoot.sampleArrives))
  }
  if (designRules !== null) {
    const rules = designRules.state === 'present' ? 'present' : 'from-scratch'
    must(setDetail(doc, 'designRules', rules))
    must(setDetail(doc, 'brandKit', designRules.brandKit ?? ''))
    must(setDetail(doc, 'brandFile', fileOf(designRules.file)))
  }
  for (const limit of compliance?.limits ?? []) must(addLimit(doc, newRow(), limit, false))
  for (const claim of compliance?.mustNotClaim ?? []) must(addLimit(doc, newRow(), claim, true))
  must(setDetail(doc, 'noLimitsKnown', compliance?.noneKnown ?? false))
  must(setSentence(doc, 'audience', brief.audience))
  must(setSentence(doc, 'tone', brief.tone))
  if (video === undefined) return
  must(setSentence(doc, 'hook', video.hook))
  if (video.length === null) return
  must(setDetail(doc, 'videoSeconds', video.length.seconds))
  must(setDetail(doc, 'videoAspect', video.length.aspect))
}

function writeFacts(
  doc: Y.Doc,
  brief: FixtureBrief,
  newRow: () => RowId,
  productIds: ReadonlyMap<string, RowId>,
): void {
  for (const { file, ...fact } of brief.facts)
    must(addListRow(doc, 'facts', newRow(), { ...fact, file: fileOf(file) }))
  for (const { purpose } of brief.enhanced?.modules ?? [])
    must(addListRow(doc, 'modules', newRow(), { deliverable: 'aplus-module', purpose }))
  for (const { market, terms, source } of brief.keywords) {
    for (const { locale } of brief.targets.filter((target) => target.market === market))
      must(setKeywords(doc, { market, locale }, { terms: terms.join('\n'), source }))
  }
  for (const { term, use, why } of brief.glossary ?? [])
    must(addListRow(doc, 'terms', newRow(), { term, never: !use, note: why ?? '' }))
  for (const { sku, priceRange } of brief.live?.offers ?? [])
    must(
      addListRow(doc, 'offers', newRow(), {
        product: productIds.get(sku) ?? '',
        price: priceRange,
      }),
    )
  if (brief.live !== undefined)
    must(setDetail(doc, 'notSaidLive', brief.live.mustNotSay.join('\n')))
  if (brief.ads === undefined) return
  must(setDetail(doc, 'adPlacement', brief.ads.goal.placement))
  must(setDetail(doc, 'adMetric', brief.ads.goal.metric))
  must(setSentence(doc, 'adHypothesis', brief.ads.goal.hypothesis))
}

function fileOf(name: string | null | undefined): BriefFile | null {
  if (!name) return null
  const id = createHash('sha256').update(name).digest('hex')
  return { id, name, type: '', size: 0 }
}

function must(written: Result<unknown, { readonly code: string }>): void {
  if (!written.ok) throw new Error(`a fixture was refused: ${written.refusal.code}`)
}
