/** One generated brief written into a document with the commands a person's screen uses. Ids come from the seed. */
import * as Y from 'yjs'
import type { DemoBrief } from '#shared/domain/demo/demo-briefs.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import {
  setRush,
  setTitle,
  setWantedBy,
  toggleTarget,
} from '#shared/documents/commands/brief-fields.ts'
import { addPoint } from '#shared/documents/commands/brief-points.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { notesRoot } from '#shared/documents/roots.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Random } from '#shared/lib/random.ts'

/** `today` as `2026-12-08`. */
export function writeDemoBrief(doc: Y.Doc, brief: DemoBrief, today: string, random: Random): void {
  const newId = () => newRowId(bytesFrom(random))
  must(setTitle(doc, brief.title))
  must(setWantedBy(doc, dayAfter(today, brief.wantedInDays)))
  setRush(doc, brief.rush)
  for (const product of brief.products) must(addProduct(doc, newId(), product))
  for (const target of brief.targets) must(toggleTarget(doc, { platform: '-', ...target }, true))
  for (const point of brief.points) must(addPoint(doc, newId(), point))
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
