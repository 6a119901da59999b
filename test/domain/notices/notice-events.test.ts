/** What a person may turn off, and what reaches them whatever they did. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inboxWords } from '#client/features/talk/inbox/words.ts'
import { isOptional, isTold, noticeEvents } from '#shared/domain/notices/notice-events.ts'

const safe = ['submitted', 'check-asked', 'change-refused', 'access-ended']

test('what is asked of a person to judge, a refused change and lost access are told to whoever turned everything off', () => {
  const off = new Set(noticeEvents.map(({ id }) => id))
  const told = noticeEvents.map(({ id }) => id).filter((id) => isTold(id, off))
  expect(told).toEqual(safe)
  expect(noticeEvents.filter((event) => !isOptional(event)).map(({ id }) => id)).toEqual(safe)
})

test('turning one event off leaves every other as it was', () => {
  const ids = noticeEvents.map(({ id }) => id)
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.subarray(ids), (one, others) => {
      const [before, after] = [new Set<string>(others), new Set<string>([...others, one])]
      return ids.every((id) => id === one || isTold(id, before) === isTold(id, after))
    }),
  )
})

test('the inbox has a sentence in both languages for every event that comes to it', () => {
  const inInbox = noticeEvents.filter(({ about }) => about !== 'device').map(({ id }) => id)
  for (const { kinds } of [inboxWords.zh, inboxWords.en])
    expect(Object.keys(kinds).toSorted()).toEqual([...inInbox].toSorted())
})
