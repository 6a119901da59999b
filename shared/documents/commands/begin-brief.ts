/**
 * Beginning a brief from what is there already: a template that comes with the app, another brief, a template of the team's
 * own; and making such a template of a brief. One transaction each, so that one undo takes it back whole.
 */
import * as Y from 'yjs'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import type { ShippedTemplate } from '#shared/domain/briefs/templates/template.ts'
import type { RowId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import { notesRoot, rootMap } from '#shared/documents/roots.ts'
import { readShortText, writeShortText } from '#shared/documents/short-text.ts'
import { setDetail } from './brief-details.ts'
import { toggleTarget } from './brief-fields.ts'
import { addLimit, addListRow, chooseDeliverable, setListRow } from './brief-lists.ts'
import { change } from './local-change.ts'
import { writeState, type Without } from './restore-brief.ts'

/** A template that comes with the app as a document of its own, in one language; the caller destroys it. */
export function documentOfShipped(
  template: ShippedTemplate,
  language: 'zh' | 'en',
  newId: () => RowId,
): Y.Doc {
  const doc = new Y.Doc()
  for (const [platform, market, locale] of template.targets)
    must(toggleTarget(doc, { platform, market, locale }, true))
  const [lead] = template.targets
  if (lead !== undefined) {
    const [platform, market, locale] = lead
    must(setDetail(doc, 'leadTarget', targetKey({ platform, market, locale })))
  }
  must(setDetail(doc, 'sourceLanguage', language))
  for (const [id, quantity] of template.deliverables) {
    must(chooseDeliverable(doc, id, true))
    if (quantity > 1) must(setListRow(doc, 'deliverables', id as RowId, { quantity }))
  }
  for (const [deliverable, purpose] of template.modules)
    must(addListRow(doc, 'modules', newId(), { deliverable, purpose: purpose[language] }))
  for (const text of template.limits) must(addLimit(doc, newId(), text[language], false))
  for (const text of template.claims) must(addLimit(doc, newId(), text[language], true))
  if (template.video !== null) {
    must(setDetail(doc, 'videoSeconds', template.video.seconds))
    must(setDetail(doc, 'videoAspect', template.video.aspect))
  }
  writeParagraphs(
    doc,
    template.notes.map((note) => note[language]),
  )
  return doc
}

/** Everything but its dates; it is called what `title` makes of its title. */
export function copyBrief(doc: Y.Doc, from: Y.Doc, title: (title: string) => string): void {
  begin(doc, from, 'copyBrief', { roots: ['meant'], fields: ['wantedBy', 'sampleArrives'] }, title)
}

/** What holds for the next product, too: not the products and what is known of them, not the dates. */
export function makeTemplate(doc: Y.Doc, from: Y.Doc, title: (title: string) => string): void {
  begin(doc, from, 'makeTemplate', ofOneBrief, title)
}

/** The brief keeps its name. */
export function beginFromTemplate(doc: Y.Doc, template: Y.Doc): void {
  begin(doc, template, 'beginFromTemplate', ofOneBrief, null)
}

/** It is not offered any more; briefs begun from it stay as they are. */
export function retireTemplate(doc: Y.Doc): void {
  change(doc, 'retireTemplate', ['retired'], () => void rootMap(doc, 'fields').set('retired', true))
}

const ofOneBrief: Without = {
  roots: ['products', 'offers', 'facts', 'photos', 'meant'],
  fields: ['wantedBy', 'rush', 'sampleArrives', 'shoot', 'shootPlace', 'retired'],
}

function begin(
  doc: Y.Doc,
  from: Y.Doc,
  command: string,
  without: Without,
  title: ((title: string) => string) | null,
): void {
  change(doc, command, [], () => {
    writeState(doc, from, { ...without, fields: [...without.fields, 'title'] })
    if (title !== null) {
      const named = title(readShortText(rootMap(from, 'short'), 'title')?.text ?? '')
      writeShortText(rootMap(doc, 'short'), 'title', named)
    }
    const files = rootMap(doc, 'files')
    for (const [key, value] of rootMap(from, 'files').entries())
      if (files.get(key) !== value) files.set(key, value)
  })
}

/** The notes have no command: their editor writes these elements. */
function writeParagraphs(doc: Y.Doc, texts: readonly string[]): void {
  const paragraphs = texts.map((text) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    return paragraph
  })
  notesRoot(doc).insert(0, paragraphs)
}

function must(written: Result<unknown, { readonly code: string }>): void {
  if (!written.ok) throw new Error(`a template was refused: ${written.refusal.code}`)
}
