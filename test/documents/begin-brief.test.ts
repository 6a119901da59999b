/** Briefs that begin from what is there: a template, another brief, one of the team's own templates. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  beginFromTemplate,
  copyBrief,
  documentOfShipped,
  makeTemplate,
} from '#shared/documents/commands/begin-brief.ts'
import { bytesFrom, writeDemoBrief } from '#shared/documents/commands/demo-brief.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { readNotes } from '#shared/documents/readers/read-notes.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import { shippedTemplates } from '#shared/domain/briefs/templates/shipped.ts'
import { demoBriefs } from '#shared/domain/demo/demo-briefs.ts'
import { createRandom } from '#shared/lib/random.ts'

const random = createRandom(7)
const newId = () => newRowId(bytesFrom(random))
function demo(place: number): Y.Doc {
  const doc = new Y.Doc()
  const brief = demoBriefs('busy', 7)[place]
  if (brief === undefined) throw new RangeError('no such demo brief')
  writeDemoBrief(doc, brief, '2026-11-27', random)
  return doc
}

test.each(shippedTemplates.map((one) => [one.id, one] as const))(
  'a brief begun from the template %s has what it brings, and one undo takes all of it back',
  (_id, template) => {
    const doc = new Y.Doc()
    const undo = createBriefUndo(doc)
    beginFromTemplate(doc, documentOfShipped(template, 'en', newId))
    const brief = readBrief(doc)
    expect(brief.targets).toHaveLength(template.targets.length)
    expect(brief.deliverables.map(({ id }) => id)).toEqual(template.deliverables.map(([id]) => id))
    expect(brief.modules).toHaveLength(template.modules.length)
    expect(brief.limits).toHaveLength(template.limits.length + template.claims.length)
    expect(brief.problems).toEqual([])
    undo.undo()
    expect(readBrief(doc)).toMatchObject({ targets: [], deliverables: [], limits: [], modules: [] })
  },
)

test('a copy says everything the brief says but its dates, under a name of its own', () => {
  for (let place = 0; place < 30; place += 1) {
    const [from, doc] = [demo(place), new Y.Doc()]
    copyBrief(doc, from, (title) => `${title} (copy)`)
    const [was, now] = [readBrief(from), readBrief(doc)]
    const { sampleArrives: _sample, ...details } = was.details
    expect(now).toMatchObject({
      title: `${was.title} (copy)`,
      wantedBy: null,
      points: was.points.map(({ id, text, proof }) => ({ id, text, proof })),
      products: was.products,
      references: was.references,
      deliverables: was.deliverables,
      details,
    })
    expect(now.details.sampleArrives).toBeNull()
    expect(readNotes(doc)).toEqual(readNotes(from))
  }
})

test('a template leaves behind what is of one product, and a brief begun from it keeps its own name', () => {
  const [from, template, doc] = [demo(0), new Y.Doc(), new Y.Doc()]
  makeTemplate(template, from, (title) => title)
  const kept = readBrief(template)
  expect(kept).toMatchObject({ products: [], facts: [], photos: [], wantedBy: null })
  expect(kept.references).toHaveLength(readBrief(from).references.length)
  setTitle(doc, 'Spring restock')
  beginFromTemplate(doc, template)
  const begun = readBrief(doc)
  expect(begun.title).toBe('Spring restock')
  expect(begun.deliverables).toEqual(kept.deliverables)
  expect(begun.sentences.tone.text).toBe(kept.sentences.tone.text)
})
