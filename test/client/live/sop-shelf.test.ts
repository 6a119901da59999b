/** Versions of the SOP on a device: found by their text, said where they are missing, and tasks keep the one they began under. */
import { expect, test } from 'vitest'
import { currentSop } from '#client/live/current-sop.ts'
import { createTaskLister } from '#client/live/list-tasks.ts'
import { createSopShelf } from '#client/live/sop-shelf.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { addStage, removeStage, renameStage, setHours } from '#shared/domain/tasks/edit-sop.ts'
import { sopIdOf, writeSopText, type SopContent } from '#shared/domain/tasks/sop-text.ts'
import type { TaskSummary } from '#shared/domain/tasks/task.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName, Topic, WorkspaceId } from '#shared/lib/ids.ts'
import type { FlowRecord } from '#shared/records/brief-flow.ts'
import type { Fact } from '#shared/records/fact.ts'
import { readSopVersions } from '#shared/records/sop-versions.ts'

const workspace = 'w'.repeat(26) as WorkspaceId
const entry = (name: DocName, summary: DocumentSummary): IndexEntry<DocumentSummary> => ({
  ...{ name, summary, changedAt: 0, isHere: true },
})
const kept = (text: string, name = sopIdOf(text)) =>
  entry(documentNamed('sop', name), { kind: 'sop', title: '', text })
const textOf = (sop: SopContent): string => writeSopText(sop, workspace)
const legal = textOf(
  addStage(defaultSop, 'master', { id: 'legal-review', name: '法务审', owner: 'legal' }),
)
const without = textOf(removeStage(defaultSop, 'draft'))

const taskUnder = (sop: string, n = 'a'): IndexEntry<DocumentSummary> => {
  const summary: TaskSummary = {
    ...{ kind: 'task', title: '', brief: 'b'.repeat(26) as Topic, product: 'p', sku: '' },
    ...{ name: '', deliverable: 'bullets', ordinal: 1, platform: 'amazon', market: 'US' },
    ...{ locale: 'en-US', sop, path: 'whole', translates: false, wantedBy: null, owners: {} },
    ...{ snapshot: '', retired: false, dueOn: null, tags: [], waits: [] },
  }
  return entry(documentNamed('task', n.repeat(26)), summary)
}
const publication = (n: string, version: string, over: string | null): FlowRecord => ({
  id: n.repeat(26),
  fact: {
    ...{ kind: 'sop', subject: version, outcome: 'published', contentHash: null, reason: '' },
    ...{ body: { over }, member: 'm'.repeat(26), at: 1 },
  } as unknown as Fact,
  ...{ receipt: { seq: 1, at: 1 }, standing: 'counts' },
})

test('a version is found by its text, whatever its document is called', () => {
  const shelf = createSopShelf()([kept(legal, 'q'.repeat(26))])
  expect(shelf.find(sopIdOf(legal)).sop?.paths.master).toContain('legal-review')
  expect(shelf.find('q'.repeat(26))).toEqual({ sop: null, gap: 'not-here' })
  expect(shelf.readable.map(({ id }) => id)).toEqual(['default-1', sopIdOf(legal)])
})

test('the shelf stays the same while its versions do, so that no task is read again', () => {
  const read = createSopShelf()
  const one = kept(legal)
  expect(read([one])).toBe(read([one, taskUnder('default-1')]))
  expect(read([one])).not.toBe(read([one, kept(without)]))
})

test('tasks keep the version they began under; a stage taken out later still stands in theirs', () => {
  const lister = createTaskLister()
  const [old, next] = lister.list(
    [taskUnder(sopIdOf(legal)), taskUnder(sopIdOf(without), 'c'), kept(legal), kept(without)],
    new Map(),
    () => true,
  )
  expect(old?.path).toContain('draft')
  expect(old?.path).toContain('legal-review')
  expect(next?.path).not.toContain('draft')
})

test('a task whose version has not come says so and is read once it has', () => {
  const lister = createTaskLister()
  const task = taskUnder(sopIdOf(legal))
  const [missing] = lister.list([task], new Map(), () => true)
  expect([missing?.sop, missing?.sopGap]).toEqual([null, 'not-here'])
  const [there] = lister.list([task, kept(legal)], new Map(), () => true)
  expect([there?.sop?.id, there?.sopGap]).toEqual([sopIdOf(legal), null])
  const newer = legal.replace('"v":1', '"v":9')
  const [later] = lister.list([taskUnder(sopIdOf(newer)), kept(newer)], new Map(), () => true)
  expect(later?.sopGap).toBe('newer')
})

test('work begins under the newest version before the current one that can be used here, and why is said', () => {
  const broken = textOf(renameStage(defaultSop, 'draft', ''))
  const slower = textOf(setHours(defaultSop, 'draft', 'bullets', 5))
  const versions = readSopVersions([
    publication('a', sopIdOf(slower), null),
    publication('b', sopIdOf(broken), 'a'.repeat(26)),
    publication('c', sopIdOf(legal), 'b'.repeat(26)),
  ])
  const now = (...texts: string[]) =>
    currentSop(versions, createSopShelf()(texts.map((text) => kept(text))))
  expect(now(slower, broken, legal)).toMatchObject({ instead: null, sop: { id: sopIdOf(legal) } })
  const before = now(slower, broken)
  expect(before.sop.id).toBe(sopIdOf(slower))
  expect(before.by?.number).toBe(1)
  expect(before.instead).toMatchObject({ why: 'not-here', of: { number: 3 } })
  expect(now().sop).toBe(defaultSop)
})
