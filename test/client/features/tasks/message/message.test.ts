/** What a message about a task says first, and what it names in the language of whoever reads it. */
import { expect, test } from 'vitest'
import { firstChoice } from '#client/features/tasks/message/first-choice.ts'
import { messageValues } from '#client/features/tasks/message/message-values.ts'
import type { PhraseId } from '#shared/lib/message-phrases.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'

const [me, anna] = ['m'.repeat(26), 'n'.repeat(26)]
const listed = (owner: string | null, log: object) =>
  ({
    owner,
    log: { state: 'ready', decisive: null, sentBackBy: null, isOver: false, ...log },
  }) as unknown as ListedTask

test('a task that waits reminds whoever it waits for, one sent back asks for the change, somebody else’s reminds them', () => {
  const waiting = { state: 'waiting', decisive: { whom: anna, reason: 'spec sheet' } }
  const first = (owner: string | null, log: object) => firstChoice(listed(owner, log), me ?? '')
  expect(first(me ?? '', waiting)).toEqual({ phrase: 'remind', to: anna, note: 'spec sheet' })
  const back = { sentBackBy: { reason: 'the lid is the old one' } }
  expect(first(anna ?? '', back)).toEqual({
    phrase: 'change',
    to: anna,
    note: 'the lid is the old one',
  })
  expect(first(anna ?? '', {})).toEqual({ phrase: 'remind', to: anna, note: '' })
  // Mine, nobody's and what is over: a question, to nobody in particular.
  for (const [owner, log] of [
    [me, {}],
    [null, {}],
    [anna, { isOver: true }],
  ] as const)
    expect(first(owner ?? null, log)).toEqual({ phrase: 'question', to: null, note: '' })
})

test('names are in the receiver’s language, English where theirs is not known, and the time is at their clock', () => {
  const summary = {
    ...{ platform: 'amazon', market: 'DE', locale: 'de-DE', deliverable: 'main-image', ordinal: 1 },
    ...{ sku: 'MUG-1', name: 'Mug', wantedBy: '2026-12-08', dueOn: null },
  }
  const stage = { zh: '初稿', en: 'Draft' }
  const at = Date.parse('2026-12-08T08:30:00Z')
  const say = (
    language: string,
    timeZone: string | null,
    due: object | null,
    phrase: PhraseId = 'remind',
    now = at + 1,
  ) =>
    messageValues({
      ...{ phrase, now },
      task: { summary, stage, due } as unknown as ListedTask,
      ...{ receiver: 'Anna', sender: 'Mei', note: ' x ', link: '', language, timeZone },
    })
  const german = say('de', 'Europe/Berlin', { dueAt: at })
  expect(german.stage).toBe('Draft')
  expect(german.task).toContain('MUG-1')
  expect(german.day).toContain('09:30')
  expect(german.note).toBe('x')
  const chinese = say('zh', 'Asia/Shanghai', { dueAt: at })
  expect(chinese.stage).toBe('初稿')
  expect(chinese.day).toContain('16:30')
  expect(say('en', null, null).day).toContain('8')
  // Nobody is asked to answer by a day that is over.
  expect(say('en', null, { dueAt: at }, 'question').day).toBe('')
  expect(say('en', null, { dueAt: at }, 'question', at - 1).day).not.toBe('')
})
