/** Cells of a spreadsheet pasted into the lists of a brief. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { pastedRows } from '#client/features/briefs/pasted-rows.ts'
import { addListRow } from '#shared/documents/commands/brief-lists.ts'
import { addPoint } from '#shared/documents/commands/brief-points.ts'
import { pasteListRows, pastePoints } from '#shared/documents/commands/paste-rows.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rowIds } from '#test/documents/replicas.ts'

const columns = ['name', 'value', 'unit'] as const
const headings = ['项目', '数值', '单位']

test('each cell goes into its column, from the one pasted into', () => {
  expect(pastedRows('容量\t473\t毫升\n净重\t262\tg\n', columns, headings)).toEqual({
    rows: [
      { name: '容量', value: '473', unit: '毫升' },
      { name: '净重', value: '262', unit: 'g' },
    ],
    cut: false,
  })
  expect(pastedRows('473\t毫升\t杯身', columns, headings, 1)).toEqual({
    rows: [{ value: '473', unit: '毫升' }],
    cut: true,
  })
})

test('running numbers before the rows and headings above them are no content', () => {
  const said = '序号\t项目\t数值\n1\t容量\t473\n2\t净重\t262'
  expect(pastedRows(said, columns, headings).rows).toEqual([
    { name: '容量', value: '473' },
    { name: '净重', value: '262' },
  ])
  // A figure that is none of a row stays.
  expect(pastedRows('1\t2\n5\t6', columns, headings).rows).toEqual([
    { name: '1', value: '2' },
    { name: '5', value: '6' },
  ])
})

test('rows are pasted over one and before the next as one act, which one undo takes back', () => {
  const doc = new Y.Doc()
  const row = rowIds(1)
  const [first, last] = [row(), row()]
  addListRow(doc, 'facts', first, { name: '' })
  addListRow(doc, 'facts', last, { name: '材质', value: '304' })
  const undo = createBriefUndo(doc)
  undo.stopCapturing()
  const pasted = [
    { id: first, values: { name: '容量', value: '473' } },
    { id: row(), values: { name: '净重', value: '262' } },
    { id: row(), values: { name: '高', value: '18' } },
  ]
  expect(pasteListRows(doc, 'facts', pasted, last)).toEqual({
    ok: true,
    value: { changed: 1, added: 2 },
  })
  const names = () => readBrief(doc).facts.map(({ name, value }) => `${name} ${value}`)
  expect(names()).toEqual(['容量 473', '净重 262', '高 18', '材质 304'])
  undo.undo()
  expect(names()).toEqual([' ', '材质 304'])
})

test('points come with their proof; what is too long or too many writes nothing', () => {
  const doc = new Y.Doc()
  const row = rowIds(2)
  const point = row()
  addPoint(doc, point, '')
  const long = 'x'.repeat(limits.pointCharacters + 1)
  expect(
    pastePoints(doc, [
      { id: point, text: 'A' },
      { id: row(), text: long },
    ]),
  ).toMatchObject({
    refusal: { code: 'too-long' },
  })
  const many = Array.from({ length: limits.pointsPerBrief }, () => ({ id: row(), text: 'B' }))
  expect(pastePoints(doc, many)).toMatchObject({ refusal: { code: 'too-many-points' } })
  expect(readBrief(doc).points.map(({ text }) => text)).toEqual([''])
  pastePoints(doc, [
    { id: point, text: '单手开盖', proof: '20 次' },
    { id: row(), text: '保温 12 小时' },
  ])
  expect(readBrief(doc).points.map(({ text, proof }) => [text, proof])).toEqual([
    ['单手开盖', '20 次'],
    ['保温 12 小时', ''],
  ])
})
