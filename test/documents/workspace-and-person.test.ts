/** Settings and profiles: what two people do apart comes together, and nothing unreadable breaks a reader. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  noteLanguageTest,
  sayDays,
  setHours,
  setLanguage,
} from '#shared/documents/commands/person-profile.ts'
import {
  chooseWorkspaceName,
  setCurrency,
  setInScope,
  setPilot,
  setWorkspaceName,
  toggleWorkingDay,
} from '#shared/documents/commands/workspace-settings.ts'
import { readPerson, summarisePerson } from '#shared/documents/readers/read-person.ts'
import { readWorkspace, summariseWorkspace } from '#shared/documents/readers/read-workspace.ts'
import { parseSummary, readCard, writeCard } from '#shared/documents/summaries.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { replicas, sync } from './replicas.ts'

const name = (kind: string): DocName => `${kind}-${'0'.repeat(26)}` as DocName
const pair = (): [Y.Doc, Y.Doc] => {
  const [one, other] = replicas(2)
  if (one === undefined || other === undefined) throw new Error('two replicas were asked for')
  return [one, other]
}

test('two people set different things of a workspace apart, and both stand', () => {
  const [mei, lin] = pair()
  setInScope(mei, 'markets', 'DE', true)
  setCurrency(mei, 'EUR')
  setInScope(lin, 'markets', 'US', true)
  setInScope(lin, 'platforms', 'amazon', true)
  setPilot(lin, { platform: 'amazon', category: 'drinkware' })
  toggleWorkingDay(lin, 6)
  sync(mei, lin)
  for (const doc of [mei, lin]) {
    expect(readWorkspace(doc)).toEqual({
      name: '',
      nameCandidates: [],
      currency: 'EUR',
      workingDays: [1, 2, 3, 4, 5, 6],
      scope: { platforms: ['amazon'], markets: ['DE', 'US'], categories: [], languages: [] },
      pilot: { platform: 'amazon', category: 'drinkware' },
    })
  }
})

test('two names given apart are both shown until one is chosen', () => {
  const [mei, lin] = pair()
  setWorkspaceName(mei, '山屿家居')
  setWorkspaceName(lin, '山屿家居（深圳）')
  sync(mei, lin)
  const { nameCandidates } = readWorkspace(mei)
  expect(nameCandidates).toHaveLength(2)
  expect(chooseWorkspaceName(lin, nameCandidates[1]?.writer ?? '')).toBe(true)
  sync(mei, lin)
  expect(readWorkspace(mei).nameCandidates).toHaveLength(1)
  expect(chooseWorkspaceName(mei, 'nobody')).toBe(false)
})

test('a language is said, tested by somebody else, and taken back', () => {
  const [me, lead] = pair()
  setLanguage(me, 'de', 4)
  setLanguage(me, 'zh', 5, true)
  sync(me, lead)
  noteLanguageTest(lead, 'de', 3, 'm'.repeat(26), '2026-11-27')
  setHours(me, { timeZone: 'Europe/Berlin', workFrom: '10:00' })
  sync(me, lead)
  expect(readPerson(me)).toEqual(readPerson(lead))
  expect(readPerson(me).languages).toEqual([
    { id: 'zh', level: 5, native: true, testedBy: null, testedOn: null },
    { id: 'de', level: 3, native: false, testedBy: 'm'.repeat(26), testedOn: '2026-11-27' },
  ])
  setLanguage(me, 'de', null)
  expect(readPerson(me).languages.map(({ id }) => id)).toEqual(['zh'])
})

test('leave said on two devices apart is one leave, and a day taken back by one is worked again', () => {
  const [laptop, phone] = pair()
  sayDays(laptop, '2026-12-24', '2026-12-26', 'off')
  sayDays(phone, '2026-12-25', '2026-12-28', 'off')
  sayDays(phone, '2026-12-19', '2026-12-19', 'work')
  sync(laptop, phone)
  expect(readPerson(laptop).days).toEqual({
    '2026-12-19': 'work',
    ...Object.fromEntries(['24', '25', '26', '27', '28'].map((day) => [`2026-12-${day}`, 'off'])),
  })
  sayDays(laptop, '2026-12-28', '2026-12-28', null)
  sync(laptop, phone)
  expect(readPerson(phone).days).toEqual(readPerson(laptop).days)
  expect(readPerson(phone).days['2026-12-28']).toBeUndefined()
})

test('days that are none, end before they begin or are too many are refused, and nothing is written', () => {
  const doc = new Y.Doc()
  expect(sayDays(doc, '2026-02-30', '2026-03-01', 'off')).toMatchObject({
    refusal: { code: 'not-a-date' },
  })
  expect(sayDays(doc, '2026-03-02', '2026-03-01', 'off')).toMatchObject({
    refusal: { code: 'ends-before-it-begins' },
  })
  expect(sayDays(doc, '2026-01-01', '2027-01-02', 'off')).toMatchObject({
    refusal: { code: 'too-many-at-once' },
  })
  expect(setHours(doc, { holidays: 'atlantis' as 'cn' }).ok).toBe(false)
  expect(Y.encodeStateAsUpdate(doc).length).toBe(2)
})

test('what is no hour, day, level, zone or currency is refused, and nothing is written', () => {
  const doc = new Y.Doc()
  expect(setHours(doc, { timeZone: 'Mars/Olympus' }).ok).toBe(false)
  expect(setHours(doc, { workFrom: '24:00' }).ok).toBe(false)
  expect(setHours(doc, { workingDays: [0, 9] }).ok).toBe(false)
  expect(setLanguage(doc, 'xx', 3).ok).toBe(false)
  expect(noteLanguageTest(doc, 'de', 3, 'm', 'yesterday').ok).toBe(false)
  expect(setCurrency(doc, 'euro').ok).toBe(false)
  expect(setWorkspaceName(doc, 'x'.repeat(81)).ok).toBe(false)
  setInScope(doc, 'markets', '<b>', true)
  setInScope(doc, 'markets', 'DE', false)
  expect(Y.encodeStateAsUpdate(doc).length).toBe(2)
})

test('whatever stands in the maps is read without throwing, and the card gives the row back', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'currency',
      'workingDays',
      'pilot',
      'timeZone',
      'de/level',
      'de/native',
      'markets.DE/on',
      'name/~a',
      'holidays',
      '2026-12-24/said',
      '2026-02-30/said',
      '__proto__',
    ),
    fc.string(),
  )
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('EUR', 'Europe/Berlin', 3, true, [1, 2], [9], 'off', 'work', 'cn'),
  )
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('fields', 'short', 'scope', 'languages', 'days'), key, value),
      ),
      (writes) => {
        const doc = new Y.Doc()
        for (const [root, at, what] of writes) doc.getMap(root).set(at, what)
        const [workspace, person] = [summariseWorkspace(doc), summarisePerson(doc)]
        expect(readCard(writeCard(person), name('person'))).toEqual({ ...person, days: {} })
        expect(parseSummary(person, name('person'))).toEqual(person)
        expect(readCard(writeCard(workspace), name('workspace'))).toMatchObject({
          currency: workspace.currency,
        })
      },
    ),
  )
})
