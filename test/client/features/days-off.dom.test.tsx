/** A person's days off, said and taken back at their own page: by keyboard, in both languages, with the focus kept. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DaysSection } from '#client/features/people/days-section.tsx'
import { daysWords } from '#client/features/people/days-words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import { setHours } from '#shared/documents/commands/person-profile.ts'
import { readPerson } from '#shared/documents/readers/read-person.ts'

afterEach(cleanup)

const now = Date.parse('2026-11-27T04:00:00Z')

function showDays(): Y.Doc {
  const doc = new Y.Doc()
  const [profile, setProfile] = createSignal(readPerson(doc))
  doc.on('update', () => setProfile(readPerson(doc)))
  render(() => <DaysSection doc={doc} profile={profile()} readOnly={false} now={() => now} />)
  return doc
}

const type = (label: string, text: string): void => {
  const field = screen.getByLabelText<HTMLInputElement>(label)
  field.value = text
  fireEvent.input(field)
}

for (const language of ['zh', 'en'] as const)
  test(`leave is said from one day to another, and taken back (${language})`, async () => {
    setLanguage(language)
    const words = daysWords[language]
    const doc = showDays()
    screen.getByText(words.nothing)
    fireEvent.click(screen.getByRole('button', { name: words.add }))
    expect(document.activeElement).toBe(screen.getByLabelText(words.said.off))
    fireEvent.click(screen.getByRole('button', { name: words.save }))
    screen.getByText(words.refused['not-a-date'])
    type(words.from, '2026-12-24')
    type(words.to, '2026-12-20')
    fireEvent.click(screen.getByRole('button', { name: words.save }))
    screen.getByText(words.refused['ends-before-it-begins'])
    type(words.to, '2026-12-26')
    fireEvent.click(screen.getByRole('button', { name: words.save }))
    await Promise.resolve()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: words.add }))
    expect(Object.keys(readPerson(doc).days)).toEqual(['2026-12-24', '2026-12-25', '2026-12-26'])
    fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${words.remove('')}`) }))
    expect(readPerson(doc).days).toEqual({})
  })

test('holidays ahead are named, and what is not published yet is said', () => {
  setLanguage('zh')
  const doc = showDays()
  setHours(doc, { holidays: 'cn' })
  screen.getByText(/元旦 1月1日周五 · 春节/)
  screen.getByText(daysWords.zh.byLaw(2027))
  setHours(doc, { holidays: 'id' })
  screen.getByText(daysWords.zh.unknown(2027))
})
