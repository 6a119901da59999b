/** Tasks of two people who work apart: made once, given, ticked, retired. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { tickOf, type TaskPlan } from '#shared/domain/tasks/task.ts'
import {
  assignTask,
  beginTask,
  retireTask,
  setTaskDay,
  tagTask,
  tickCheck,
  waitForTask,
} from '#shared/documents/commands/tasks.ts'
import { readTask, summariseTask } from '#shared/documents/readers/read-task.ts'
import { parseSummary, readCard, writeCard } from '#shared/documents/summaries.ts'
import { searchText } from '#shared/documents/readers/search-text.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { MemberId, Topic } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { replicas, sync } from './replicas.ts'

const plan: TaskPlan = {
  ...{ brief: 'b'.repeat(26) as Topic, product: 'p'.repeat(16), sku: 'MUG-01', name: '保温杯' },
  ...{ deliverable: 'secondary-image', ordinal: 2, platform: 'amazon', market: 'DE' },
  ...{ locale: 'de-DE', sop: 'default-1', path: 'adaptation', translates: true },
  wantedBy: '2026-12-20',
}
const from = { snapshot: 'a'.repeat(64), contentHash: 'A'.repeat(43) }
const name = documentNamed('task', 't'.repeat(26))
const [lin, mei] = ['m'.repeat(26) as MemberId, 'n'.repeat(26) as MemberId]

const pair = (): readonly [Y.Doc, Y.Doc] => {
  const [one, other] = replicas(2, 3)
  if (one === undefined || other === undefined) throw new Error('no replicas')
  return [one, other]
}

test('two people break down the same brief offline: the same task, once', () => {
  const [one, other] = pair()
  beginTask(one, plan, from)
  beginTask(other, plan, from)
  sync(one, other)
  for (const doc of [one, other]) expect(readTask(doc)).toMatchObject({ ...plan, from })
})

test('ticks of both are kept, and a task given to two people has one of them everywhere', () => {
  const [one, other] = pair()
  beginTask(one, plan, from)
  sync(one, other)
  tickCheck(one, 'localisation', 'translated', 0, true)
  tickCheck(other, 'localisation', 'native-polish', 0, true)
  assignTask(one, 'localisation', lin)
  assignTask(other, 'localisation', mei)
  assignTask(other, 'compliance', mei)
  sync(one, other)
  expect([...readTask(one).ticks].sort()).toEqual([
    tickOf('localisation', 'native-polish', 0),
    tickOf('localisation', 'translated', 0),
  ])
  expect(readTask(one).owners).toEqual(readTask(other).owners)
  expect([lin, mei]).toContain(readTask(one).owners['localisation'])
  expect(readTask(one).owners['compliance']).toBe(mei)
})

test('one retires it, one ticks in it: both are kept, and it can be brought back', () => {
  const [one, other] = pair()
  beginTask(one, plan, from)
  sync(one, other)
  retireTask(one, true)
  tickCheck(other, 'compliance', 'licences', 0, true)
  sync(one, other)
  expect(readTask(other)).toMatchObject({ retired: true })
  expect(readTask(one).ticks.size).toBe(1)
  retireTask(other, false)
  expect(readTask(other).retired).toBe(false)
})

test('a command that would change nothing writes nothing', () => {
  const doc = new Y.Doc()
  beginTask(doc, plan, from)
  let updates = 0
  doc.on('update', () => (updates += 1))
  assignTask(doc, 'draft', null)
  tickCheck(doc, 'draft', 'version-there', 0, false)
  retireTask(doc, false)
  setTaskDay(doc, null)
  tagTask(doc, 'scene.kitchen', false)
  waitForTask(doc, 'v'.repeat(26) as Topic, false)
  expect(updates).toBe(0)
})

test('two people tag one task and set its day offline: every tag stays, the day is the same for both, what was wanted stands', () => {
  const [one, other] = pair()
  beginTask(one, plan, from)
  sync(one, other)
  tagTask(one, 'scene.kitchen', true)
  tagTask(other, 'scene.kitchen', true)
  tagTask(other, 'hook.unboxing', true)
  setTaskDay(one, '2026-12-10')
  setTaskDay(other, '2026-12-12')
  sync(one, other)
  expect(readTask(one).tags).toEqual(['scene.kitchen', 'hook.unboxing'])
  expect(readTask(other)).toEqual(readTask(one))
  expect(['2026-12-10', '2026-12-12']).toContain(readTask(one).dueOn)
  expect(readTask(one).wantedBy).toBe(plan.wantedBy)
  tagTask(one, 'scene.kitchen', false)
  sync(one, other)
  expect(readTask(other).tags).toEqual(['hook.unboxing'])
})

test('a task carries as many tags as it may; those above stay in the document and are not shown', () => {
  const doc = new Y.Doc()
  for (let at = 0; at <= limits.tagsPerTask; at += 1) tagTask(doc, `other.word ${100 + at}`, true)
  expect(readTask(doc).tags).toHaveLength(limits.tagsPerTask)
  expect(doc.getMap('tags').size).toBe(limits.tagsPerTask + 1)
})

test('two people say apart what a task waits for: both stay, and each can be taken off', () => {
  const [one, other] = pair()
  const [first, second] = ['v'.repeat(26) as Topic, 'w'.repeat(26) as Topic]
  waitForTask(one, first, true)
  waitForTask(other, first, true)
  waitForTask(other, second, true)
  sync(one, other)
  expect(readTask(one).waits).toEqual([first, second])
  waitForTask(one, first, false)
  sync(one, other)
  expect(readTask(other).waits).toEqual([second])
  expect(summariseTask(other).waits).toEqual([second])
})

test('any values in a document give a task, and nothing throws', () => {
  const doc = new Y.Doc()
  doc.getMap('fields').set('ordinal', 'two')
  doc.getMap('fields').set('path', { odd: true })
  doc.getMap('owners').set('draft/member', 7)
  doc.getMap('ticks').set('draft.x.0/on', 'yes')
  doc.getMap('fields').set('dueOn', '2026-13-40')
  for (const key of ['scene.kitchen', 'scene./on', 'mood.calm/on', 'scene.A B/on', 'x/on'])
    doc.getMap('tags').set(key, true)
  for (const key of ['x/on', `${'v'.repeat(26)}/off`, `${'I'.repeat(26)}/on`])
    doc.getMap('waits').set(key, true)
  expect(readTask(doc)).toMatchObject({ ordinal: 1, path: 'whole', owners: {}, from: null })
  expect(readTask(doc)).toMatchObject({ dueOn: null, tags: [], waits: [] })
  expect(readTask(doc).ticks.size).toBe(0)
})

test('its list row survives the disk, its card is within the limit and fills the same list, and search finds it in both languages', () => {
  const doc = new Y.Doc()
  beginTask(
    doc,
    { ...plan, name: '不锈钢真空保温杯'.repeat(12), sku: 'MUG-WITH-A-VERY-LONG-CODE' },
    from,
  )
  for (const step of ['localisation', 'compliance', 'platform-adaptation', 'final-review'])
    assignTask(doc, step, lin)
  const row = summariseTask(doc)
  expect(parseSummary(JSON.parse(JSON.stringify(row)), name)).toEqual(row)
  const card = writeCard(row)
  expect(card.byteLength).toBeLessThanOrEqual(limits.cardBytes)
  const { brief, product, deliverable, ordinal, platform, market, locale, sop, path, wantedBy } =
    row
  expect(readCard(card, name)).toMatchObject({
    ...{ kind: 'task', brief, product, deliverable, ordinal, platform, market, locale, sop, path },
    ...{ wantedBy, translates: true, retired: false },
  })
  const short = new Y.Doc()
  beginTask(short, plan, from)
  assignTask(short, 'localisation', lin)
  setTaskDay(short, '2026-12-11')
  expect(readCard(writeCard(summariseTask(short)), name)).toMatchObject({
    ...{ title: 'MUG-01 · 保温杯', owners: { localisation: lin } },
    ...{ dueOn: '2026-12-11', tags: [], wantedBy },
  })
  for (const odd of [{}, { task: [] }, { task: 'x', title: 1 }, { ...row, path: 'elsewhere' }])
    expect(parseSummary(odd, name)).toBeNull()
  expect(searchText(name, doc).text).toContain('副图 Secondary image')
})
