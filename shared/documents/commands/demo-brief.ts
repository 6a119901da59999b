/**
 * A generated brief written with the commands a person's screen uses, in the sittings in which people would: what it is
 * about, what is to be made, what it rests on. Ids come from the seed. Left out: who writes, and when.
 */
import * as Y from 'yjs'
import type { DemoBrief } from '#shared/domain/demo/demo-briefs.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import type { RowId } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import type { Result } from '#shared/lib/result.ts'
import { notesRoot } from '#shared/documents/roots.ts'
import { setDetail, setSentence } from './brief-details.ts'
import { setRush, setTitle, setWantedBy, toggleTarget } from './brief-fields.ts'
import { addLimit, addListRow, chooseDeliverable, setListRow } from './brief-lists.ts'
import { addPoint, setPointProof } from './brief-points.ts'
import { addProduct } from './brief-products.ts'

/** One person's work at one time. */
export type Sitting = (doc: Y.Doc) => void

/** `today` as `2026-12-08`. */
export function demoSittings(brief: DemoBrief, today: string, random: Random): readonly Sitting[] {
  const newId = (): RowId => newRowId(bytesFrom(random))
  return [
    (doc) => whatItIsAbout(doc, brief, today, newId),
    (doc) => whatIsToBeMade(doc, brief, newId),
    (doc) => whatItRestsOn(doc, brief, today, newId),
  ]
}

export function writeDemoBrief(doc: Y.Doc, brief: DemoBrief, today: string, random: Random): void {
  for (const sitting of demoSittings(brief, today, random)) sitting(doc)
}

function whatItIsAbout(doc: Y.Doc, brief: DemoBrief, today: string, newId: () => RowId): void {
  must(setTitle(doc, brief.title))
  must(setWantedBy(doc, dayAfter(today, brief.wantedInDays)))
  setRush(doc, brief.rush)
  must(setDetail(doc, 'sourceLanguage', brief.language))
  for (const product of brief.products) must(addProduct(doc, newId(), product))
  for (const target of brief.targets) must(toggleTarget(doc, target, true))
  const [lead] = brief.targets
  if (lead !== undefined) must(setDetail(doc, 'leadTarget', targetKey(lead)))
}

function whatIsToBeMade(doc: Y.Doc, brief: DemoBrief, newId: () => RowId): void {
  for (const [id, quantity] of brief.deliverables) {
    must(chooseDeliverable(doc, id, true))
    if (quantity > 1) must(setListRow(doc, 'deliverables', id as RowId, { quantity }))
  }
  const modules = brief.deliverables.filter(([id]) => id.endsWith('-module'))
  for (const [deliverable, quantity] of modules)
    for (const [text] of brief.points.slice(0, quantity))
      must(addListRow(doc, 'modules', newId(), { deliverable, purpose: text }))
  for (const [text, proof] of brief.points) {
    const id = newId()
    must(addPoint(doc, id, text))
    if (proof !== '') must(setPointProof(doc, id, { proof }))
  }
  must(setSentence(doc, 'audience', brief.audience))
  must(setSentence(doc, 'tone', brief.tone))
  if (brief.hook !== undefined) {
    must(setSentence(doc, 'hook', brief.hook))
    must(setDetail(doc, 'videoSeconds', 20))
    must(setDetail(doc, 'videoAspect', '9:16'))
  }
}

function whatItRestsOn(doc: Y.Doc, brief: DemoBrief, today: string, newId: () => RowId): void {
  for (const [address, learn, avoid] of brief.references)
    must(addListRow(doc, 'references', newId(), { address, learn, avoid }))
  for (const [name, value, unit] of brief.facts)
    must(addListRow(doc, 'facts', newId(), { name, value, unit }))
  for (const text of brief.limits) must(addLimit(doc, newId(), text, false))
  for (const text of brief.claims) must(addLimit(doc, newId(), text, true))
  if (brief.limits.length === 0) must(setDetail(doc, 'noLimitsKnown', true))
  for (const text of brief.photos) must(addListRow(doc, 'photos', newId(), { text }))
  if (brief.shoot !== '') {
    must(setDetail(doc, 'shoot', true))
    must(setDetail(doc, 'shootPlace', brief.shoot))
    must(setDetail(doc, 'sampleArrives', dayAfter(today, Math.max(1, brief.wantedInDays - 9))))
  }
  must(setDetail(doc, 'designRules', 'from-scratch'))
  // The notes have no command: their editor writes these elements.
  const paragraphs = brief.notes.map((text) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    return paragraph
  })
  notesRoot(doc).insert(0, paragraphs)
}

export function bytesFrom(random: Random): (bytes: Uint8Array<ArrayBuffer>) => void {
  return (bytes) => {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = random.int(256)
  }
}

function dayAfter(today: string, days: number): string {
  const at = new Date(`${today}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

function must(written: Result<unknown, { readonly code: string }>): void {
  if (!written.ok) throw new Error(`a generated brief was refused: ${written.refusal.code}`)
}
