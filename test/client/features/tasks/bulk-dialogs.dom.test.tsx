/** The dialogs about many tasks: each asks what belongs to its act, hands exactly that on, and says what was not done and why. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { AskBulkProps } from '#client/features/tasks/bulk/ask-bulk.ts'
import type { BulkCalls } from '#client/features/tasks/bulk/bulk-calls.ts'
import { DayDialog } from '#client/features/tasks/bulk/day-dialog.tsx'
import type { BulkAct } from '#client/features/tasks/bulk/judge-bulk.ts'
import { MoveDialog } from '#client/features/tasks/bulk/move-dialog.tsx'
import { TagDialog } from '#client/features/tasks/bulk/tag-dialog.tsx'
import { bulkWords } from '#client/features/tasks/bulk/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'

setLanguage('en')
const en = bulkWords.en
afterEach(cleanup)
// Not in this DOM: where a list floats is the browser's.
HTMLElement.prototype.showPopover ??= () => undefined

const task = (name: string): ListedTask =>
  ({
    name,
    summary: {
      ...{ sku: name, name: '', deliverable: 'bullets', ordinal: 1, tags: [], dueOn: null },
      ...{ platform: 'amazon', market: 'US', locale: 'en-US' },
    },
    ...{ sop: null, stage: null, path: ['draft', 'passed'], log: { step: 'draft', at: 0 } },
  }) as unknown as ListedTask
const tasks = [task('MUG-1'), task('MUG-2')] as const

function around(): { readonly props: AskBulkProps; readonly acts: BulkAct[] } {
  const acts: BulkAct[] = []
  const calls: BulkCalls = {
    me: 'm',
    people: () => [],
    judge: async () => [
      { task: tasks[0], why: null },
      { task: tasks[1], why: 'unticked' },
    ],
    async run(_tasks, act) {
      acts.push(act)
      return { act, done: [tasks[0]], not: [{ task: tasks[1], why: 'unticked' }], undo: null }
    },
  }
  return { acts, props: { tasks, calls, nameOf: () => '', onClose: () => undefined } }
}

test('a tag is written or picked, and either language’s word of one that ships is that one', async () => {
  const { props, acts } = around()
  render(() => <TagDialog {...props} />)
  fireEvent.click(screen.getByRole('button', { name: en.act.tag('2') }))
  expect(screen.getByText(en.needsWord)).toBeTruthy()
  const field = screen.getByRole<HTMLInputElement>('combobox')
  field.value = '露营'
  fireEvent.input(field)
  fireEvent.keyDown(field, { key: 'Enter' })
  fireEvent.click(screen.getByRole('button', { name: en.act.tag('2') }))
  expect(acts).toEqual([{ kind: 'tag', tag: 'scene.露营', on: true }])
  expect(await screen.findByText(en.notDone('1'))).toBeTruthy()
  expect(screen.getByText(`${en.why.unticked} · 1`)).toBeTruthy()
})

test('without a day nothing is changed, and it says so', () => {
  const { props, acts } = around()
  render(() => <DayDialog {...props} />)
  fireEvent.click(screen.getByRole('button', { name: en.act.day('2') }))
  expect(screen.getByText(en.needsDay)).toBeTruthy()
  expect(acts).toEqual([])
})

test('before a move it is said how many can and why the others cannot', async () => {
  const { props, acts } = around()
  render(() => <MoveDialog {...props} />)
  expect(await screen.findByText(en.able('1'))).toBeTruthy()
  expect(screen.getByText(en.notAble('1'))).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: en.act.move('1') }))
  expect(acts).toEqual([{ kind: 'move' }])
})
