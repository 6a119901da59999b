/** Values of mine that lost a merge, found in histories: mine alone, of briefs and tasks, of those that changed, read once. */
import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLostOfMine } from '#client/live/lost-of-mine.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import { setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import { putBack } from '#shared/documents/commands/put-back.ts'
import { assignTask, setTaskDay } from '#shared/documents/commands/tasks.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import { sync } from '#test/documents/replicas.ts'

const [me, jo] = ['m', 'n'].map((letter) => letter.repeat(26) as MemberId)
if (me === undefined || jo === undefined) throw new Error('two people')
/** The higher clientID wins. */
function pair(myClient = 1): { mine: Y.Doc; theirs: Y.Doc } {
  const [mine, theirs] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })]
  mine.clientID = myClient
  theirs.clientID = 2
  return { mine, theirs }
}
const entry = (name: string, kind: string, changedAt = 100, isHere = true) =>
  ({ name, changedAt, isHere, summary: { kind } }) as unknown as IndexEntry<DocumentSummary>

async function search(
  docs: ReadonlyMap<string, Y.Doc>,
  entries: readonly IndexEntry<DocumentSummary>[],
) {
  const asked: string[] = []
  const stateAt = (name: DocName) => {
    asked.push(name)
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs.get(name) ?? new Y.Doc()))
    return Promise.resolve({ doc, writerOf: (id: number) => (id === 2 ? jo : me) as string })
  }
  return createRoot(async (dispose) => {
    const lost = createLostOfMine({ stateAt }, me as string, () => Promise.resolve())
    const run = async (): Promise<void> => {
      lost.search(entries, 50)
      for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
    }
    await run()
    await run()
    const found = lost
      .found()
      .flatMap(({ name, lost: values }) =>
        values.map(({ key, value }) => `${name} ${key} ${String(value)}`),
      )
    dispose()
    return { found, asked }
  })
}

test('a date of mine in a brief and an owner of mine in a task are found, and read once while nothing changed', async () => {
  const [brief, task] = [pair(), pair()]
  setWantedBy(brief.mine, '2026-12-05')
  setWantedBy(brief.theirs, '2026-12-09')
  assignTask(task.mine, 'draft', me as MemberId)
  assignTask(task.theirs, 'draft', jo as MemberId)
  setTaskDay(task.theirs, '2026-12-09')
  sync(brief.mine, brief.theirs)
  sync(task.mine, task.theirs)
  const docs = new Map([
    ['brief-a', brief.mine],
    ['task-a', task.mine],
  ])
  const entries = [entry('task-a', 'task'), entry('brief-a', 'brief')]
  const { found, asked } = await search(docs, entries)
  expect(found).toEqual(['brief-a wantedBy 2026-12-05', `task-a draft/member ${me}`])
  expect(asked).toEqual(['brief-a', 'task-a'])
})

test('what I put back, what others lost, and documents that did not change or are not here are not among them', async () => {
  const brief = pair()
  setWantedBy(brief.mine, '2026-12-05')
  setWantedBy(brief.theirs, '2026-12-09')
  sync(brief.mine, brief.theirs)
  const entries = [
    entry('brief-a', 'brief'),
    entry('brief-b', 'brief', 10),
    entry('brief-c', 'brief', 100, false),
  ]
  const docs = new Map(['brief-a', 'brief-b', 'brief-c'].map((name) => [name, brief.mine]))
  expect((await search(docs, entries)).found).toHaveLength(1)
  const won = pair(3)
  setWantedBy(won.mine, '2026-12-05')
  setWantedBy(won.theirs, '2026-12-09')
  sync(won.mine, won.theirs)
  expect((await search(new Map([['brief-a', won.mine]]), entries)).found).toEqual([])
  putBack(brief.mine, { root: 'fields', key: 'wantedBy', value: '2026-12-05' })
  sync(brief.mine, brief.theirs)
  expect((await search(docs, entries)).found).toEqual([])
})
