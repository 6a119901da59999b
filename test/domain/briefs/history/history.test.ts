import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { compareBriefs } from '#shared/domain/briefs/history/compare-briefs.ts'
import { sittings, stepsOf, type PastEntry } from '#shared/domain/briefs/history/sittings.ts'

const minute = 60_000
const noon = Date.UTC(2026, 11, 1, 12)

function past(...told: Partial<PastEntry>[]): PastEntry[] {
  return told.map((entry, index) => ({
    index,
    member: 'ann',
    isOwn: false,
    at: noon,
    saidAt: entry.at ?? noon,
    commands: ['setTitle'],
    fields: [],
    isCut: false,
    isWaiting: false,
    isBeginning: false,
    ...entry,
  }))
}

test('changes of one person within ten minutes are one sitting, newest first', () => {
  const [newest, oldest, ...none] = sittings(
    past(
      { at: noon },
      { at: noon + 8 * minute, commands: ['setRush'] },
      { at: noon + 40 * minute, commands: ['addPoint'] },
    ),
  )
  expect(none).toEqual([])
  expect(oldest).toMatchObject({ from: noon, to: noon + 8 * minute })
  expect(oldest?.done).toEqual([
    { kind: 'part', part: 'title', count: 1, fields: [] },
    { kind: 'part', part: 'rush', count: 1, fields: [] },
  ])
  expect(newest?.done).toEqual([{ kind: 'part', part: 'points', count: 1, fields: [] }])
})

test('two people writing at the same time are two sittings', () => {
  const found = sittings(
    past({ member: 'ann' }, { member: 'bob' }, { member: 'ann' }, { member: 'bob' }),
  )
  expect(found.map(({ member, entries }) => [member, entries.length])).toEqual([
    ['bob', 2],
    ['ann', 2],
  ])
})

test('a day of work offline that arrives at once is parted by the writer’s clock, which is told', () => {
  const found = sittings(
    past(
      { at: noon, saidAt: noon - 300 * minute },
      { at: noon, saidAt: noon - 180 * minute },
      { at: noon, saidAt: noon - 1 * minute },
    ),
  )
  expect(found.map(({ saidAt }) => saidAt)).toEqual([
    null,
    noon - 180 * minute,
    noon - 300 * minute,
  ])
})

test('an import, an undo and a restore are told as such; what is not known is a change', () => {
  const [one] = sittings(
    past(
      { commands: ['importProducts'], fields: ['22', '3'] },
      { commands: ['undo'] },
      { commands: ['undo'] },
      { commands: ['restoreBrief'], fields: [String(noon)] },
      { commands: ['edit'], fields: ['text:notes'] },
      { commands: ['paintTheHouse'] },
      { commands: [] },
    ),
  )
  expect(one?.done).toEqual([
    { kind: 'import', added: 22, updated: 3 },
    { kind: 'restore', at: noon },
    { kind: 'part', part: 'notes', count: 1, fields: [] },
    { kind: 'undo', count: 2 },
    { kind: 'other', count: 2 },
  ])
})

test('what is typed into one row in one go is one change, however many letters', () => {
  const [cup, mug] = ['0123456789abcdef', 'fedcba9876543210']
  const entries = past(
    { commands: ['addPoint'], fields: [cup] },
    { commands: ['setPointText'], fields: [cup] },
    { commands: ['setPointText'], fields: [cup] },
    { commands: ['addPoint', 'setPointText'], fields: [mug] },
    { commands: ['setProductField'], fields: [`${mug}/name`] },
    { commands: ['undo'], fields: ['points'] },
    { commands: ['undo'], fields: ['points'] },
  )
  expect(stepsOf(entries).map((step) => step.length)).toEqual([3, 1, 1, 1, 1])
  expect(sittings(entries)[0]?.done).toEqual([
    { kind: 'part', part: 'points', count: 2, fields: [] },
    { kind: 'part', part: 'products', count: 1, fields: ['name'] },
    { kind: 'undo', count: 2 },
  ])
})

test('where a note had no room for every row, no number is told', () => {
  const rows = ['0123456789abcdef', 'fedcba9876543210']
  const [one] = sittings(past({ commands: ['addProduct'], fields: rows, isCut: true }))
  expect(one?.done).toEqual([{ kind: 'part', part: 'products', count: 1, fields: [] }])
})

const brief = (changed: object): Brief => ({
  ...readBrief(new Y.Doc()),
  title: 'Mugs',
  ...changed,
})
const point = (id: string, text: string) => ({
  id,
  text,
  candidates: [],
  proof: '',
  proofFile: null,
  order: 1,
})

test('an earlier brief beside the one of now says what would come back, change, go and move', () => {
  const then = brief({ title: 'Cups', points: [point('a', 'A'), point('b', 'B'), point('c', 'C')] })
  const now = brief({ points: [point('b', 'b'), point('a', 'A'), point('d', 'D')] })
  const compared = compareBriefs(then, now)
  expect(compared.title).toEqual({ id: 'title', difference: 'changed', value: 'Cups', now: 'Mugs' })
  expect(compared.points.map(({ id, difference }) => [id, difference])).toEqual([
    ['a', 'same'],
    ['b', 'changed'],
    ['c', 'back'],
    ['d', 'gone'],
  ])
  expect(compared.moved).toEqual(['points'])
  expect(compared.wantedBy.difference).toBe('same')
})
