/** Versions of the SOP as documents: what two leads write down apart is there once, and tampering makes another version. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepSop } from '#shared/documents/commands/sop.ts'
import { readSop, summariseSop } from '#shared/documents/readers/read-sop.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { parseSummary, readCard, writeCard } from '#shared/documents/summaries.ts'
import { documentContent } from '#shared/documents/workspace-file/document-content.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { setHours } from '#shared/domain/tasks/edit-sop.ts'
import { sopIdOf, writeSopText } from '#shared/domain/tasks/sop-text.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { WorkspaceId } from '#shared/lib/ids.ts'
import { replicas, sync } from './replicas.ts'

const workspace = 'w'.repeat(26) as WorkspaceId
const text = writeSopText(setHours(defaultSop, 'draft', 'bullets', 5), workspace)
const name = documentNamed('sop', sopIdOf(text))

test('the same version published on two devices is one version', () => {
  const [one, other] = replicas(2) as [Y.Doc, Y.Doc]
  for (const doc of [one, other]) keepSop(doc, text)
  sync(one, other)
  for (const doc of [one, other])
    expect(readSop(doc)).toMatchObject({ kind: 'sop', sop: { id: sopIdOf(text) } })
})

test('written once it stays; whoever writes over it has made another version, not changed this one', () => {
  const doc = new Y.Doc()
  keepSop(doc, text)
  keepSop(doc, writeSopText(defaultSop, workspace))
  expect(summariseSop(doc).text).toBe(text)
  rootMap(doc, 'fields').set('text', text.replace('"reworkRounds":2', '"reworkRounds":9'))
  const read = readSop(doc)
  expect(read.kind === 'sop' && read.sop.id).not.toBe(sopIdOf(text))
})

test('whatever stands in the document it is read without a fault', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const doc = new Y.Doc()
      rootMap(doc, 'fields').set('text', value)
      expect(readSop(doc).kind).toBe('unreadable')
    }),
  )
})

test('its row holds the text, its card does not and stands for nothing, and an export shows it in plain values', () => {
  const doc = new Y.Doc()
  keepSop(doc, text)
  const summary = summariseSop(doc)
  expect(parseSummary(summary, name)).toEqual(summary)
  expect(readCard(writeCard(summary), name)).toBeNull()
  const writers = { writerOf: () => '', nameOf: () => '' }
  expect(documentContent(name, doc, writers as never)).toMatchObject({
    kind: 'sop',
    sop: { reworkRounds: 2 },
  })
})
