/** Messages out of the team's phrase book: nothing left open, nothing typed taken for more than text, in a language that is read. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setPhrase } from '#shared/documents/commands/phrases.ts'
import { readPhrases } from '#shared/documents/readers/read-phrases.ts'
import { rootMap } from '#shared/documents/roots.ts'
import {
  languageFor,
  languagesOf,
  phrasePlaces,
  unknownPlaces,
  wordingOf,
  writeMessage,
  type PhrasePlace,
} from '#shared/domain/messages/phrases.ts'
import { shippedPhrases } from '#shared/domain/messages/shipped-phrases.ts'
import { phraseIds } from '#shared/lib/message-phrases.ts'
import { limits } from '#shared/protocol/limits.ts'
import { replicas, sync } from '#test/documents/replicas.ts'

const values: Readonly<Record<PhrasePlace, string>> = {
  receiver: 'Anna',
  task: 'Main image · MUG-1',
  stage: 'Draft',
  note: 'The lid is the old one',
  day: 'Tue 8 Dec',
  link: 'https://brief.example/tasks/task-1',
  sender: '陈思远',
}

test('every shipped phrase is there in every shipped language, names only what is known, and fits', () => {
  const languages = Object.keys(shippedPhrases.change)
  expect(languages).toEqual(expect.arrayContaining(['zh', 'en']))
  for (const phrase of phraseIds) {
    expect(Object.keys(shippedPhrases[phrase])).toEqual(languages)
    for (const [language, wording] of Object.entries(shippedPhrases[phrase])) {
      expect(unknownPlaces(wording), `${phrase} ${language}`).toEqual([])
      for (const place of ['receiver', 'task', 'note', 'link', 'sender'])
        expect(wording).toContain(`{${place}}`)
      expect(wording).not.toMatch(/[!！]/)
      expect([...wording].length).toBeLessThan(limits.phraseCharacters)
      const message = writeMessage(wording, values)
      expect(message).not.toMatch(/[{}]/)
      expect(message).toContain(values.note)
    }
  }
})

test('a line that would be missing something is left out, the others stay', () => {
  const wording = 'Hi {receiver},\n“{task}” needs changes.\nBy {day}?\n{link}'
  expect(writeMessage(wording, { ...values, receiver: '', day: ' ' })).toBe(
    `“${values.task}” needs changes.\n${values.link}`,
  )
})

test('what somebody typed stands in the message as it is, whatever it looks like', () => {
  const braces = fc.constantFrom(...phrasePlaces.map((place) => `{${place}}`), '$&', '$1', '{', '}')
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), braces)), (parts) => {
      const note = parts.join('').replaceAll('\n', ' ')
      fc.pre(note.trim() !== '')
      expect(writeMessage('a\n>{note}<\nb', { ...values, note })).toBe(`a\n>${note}<\nb`)
    }),
  )
})

test('what is in braces and names nothing is said to whoever writes it, once, and sent as it is', () => {
  expect(unknownPlaces('{task} {tsak} {Task} {tsak} {}')).toEqual(['{tsak}', '{Task}', '{}'])
  expect(writeMessage('{task} {tsak}', values)).toBe(`${values.task} {tsak}`)
})

test('somebody is written to in their own language, else in the one they read best, else in English', () => {
  const speaks = (id: string, level: number | null, native = false) => ({ id, level, native })
  const there = ['zh', 'en', 'de', 'es']
  expect(languageFor([speaks('zh', 4), speaks('de', null, true)], there)).toBe('de')
  expect(languageFor([speaks('th', null, true), speaks('es', 3), speaks('zh', 5)], there)).toBe(
    'zh',
  )
  // A few words of it are not enough to read a request.
  expect(languageFor([speaks('th', null, true), speaks('es', 2)], there)).toBe('en')
  expect(languageFor([], there)).toBe('en')
})

test('a lead’s wording stands over the shipped one, gives way to it again, and adds a language', () => {
  const doc = new Y.Doc()
  setPhrase(doc, 'remind', 'de', 'Kurze Erinnerung: {task}')
  setPhrase(doc, 'remind', 'th', '{task} รออยู่')
  const own = readPhrases(doc)
  expect(wordingOf(own, 'remind', 'de')).toBe('Kurze Erinnerung: {task}')
  expect(languagesOf(own, 'remind').at(-1)).toBe('th')
  expect(wordingOf(own, 'change', 'th')).toBeNull()
  setPhrase(doc, 'remind', 'de', null)
  setPhrase(doc, 'remind', 'th', '  ')
  expect(readPhrases(doc).size).toBe(0)
  // The shipped text typed again is the shipped text, also after it changes with the app.
  setPhrase(doc, 'remind', 'en', shippedPhrases.remind.en ?? '')
  expect(readPhrases(doc).size).toBe(0)
})

test('a wording in no language there is, or longer than there is room for, is refused and nothing is written', () => {
  const doc = new Y.Doc()
  expect(setPhrase(doc, 'remind', 'xx', 'hello').ok).toBe(false)
  expect(setPhrase(doc, 'remind', 'en', 'x'.repeat(limits.phraseCharacters)).ok).toBe(true)
  expect(setPhrase(doc, 'remind', 'en', 'x'.repeat(limits.phraseCharacters + 1)).ok).toBe(false)
  expect(readPhrases(doc).get('remind.en')).toHaveLength(limits.phraseCharacters)
})

test('two leads who write offline keep both phrases, and of one phrase everybody has the same wording', () => {
  const [one, other] = replicas(2)
  if (one === undefined || other === undefined) throw new Error('two replicas')
  setPhrase(one, 'change', 'en', 'Please mend {task}')
  setPhrase(other, 'remind', 'en', '{task} waits')
  setPhrase(one, 'question', 'en', 'About {task}')
  setPhrase(other, 'question', 'en', 'On {task}')
  sync(one, other)
  expect([...readPhrases(one)].toSorted()).toEqual([...readPhrases(other)].toSorted())
  expect(readPhrases(one).get('change.en')).toBe('Please mend {task}')
  expect(readPhrases(one).get('remind.en')).toBe('{task} waits')
})

test('whatever somebody else’s device put there, what is no wording is none', () => {
  const doc = new Y.Doc()
  const map = rootMap(doc, 'phrases')
  map.set('change.en/text', 7)
  map.set('change.xx/text', 'x')
  map.set('shout.en/text', 'x')
  map.set('change.de', 'x')
  map.set('change.es/text', 'x'.repeat(limits.phraseCharacters * 2))
  expect([...readPhrases(doc)].map(([key, text]) => [key, text.length])).toEqual([
    ['change.es', limits.phraseCharacters],
  ])
})
