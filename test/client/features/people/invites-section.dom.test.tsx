/** The invites in force as the device knows them: what waits, what was refused and why, and whose no longer open. */
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InvitesSection } from '#client/features/people/invites-section.tsx'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { formatDate } from '#client/i18n/format.ts'
import { setLanguage } from '#client/i18n/language.ts'
import type { Inviting } from '#client/live/make-invite.ts'
import type { InviteId, MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { RecordedInvite } from '#shared/records/invites.ts'

beforeEach(() => setLanguage('en'))
afterEach(cleanup)

const words = inviteWords.en
const now = 1_800_000_000_000
const me = 'm'.repeat(26) as MemberId
const replica = { identity: { member: me } } as Inviting

const person = (over: Partial<Person> = {}): Person => ({
  member: me,
  name: '陈思远',
  access: 'lead',
  outside: false,
  functions: [],
  removed: false,
  devices: [1],
  ...over,
})
const invite = (over: Partial<RecordedInvite> = {}): RecordedInvite => ({
  id: 'k'.repeat(26) as InviteId,
  made: {
    for: 'member',
    access: 'member',
    outside: true,
    functions: ['translator'],
    topics: [],
    right: null,
    expiresAt: now + 1_000,
    uses: 5,
    secretHash: 'x'.repeat(43),
  },
  by: me,
  at: now - 1_000,
  standing: 'sent',
  refused: null,
  end: null,
  used: 2,
  mostUses: 5,
  expiresAt: now + 1_000,
  ...over,
})
const show = (invites: readonly RecordedInvite[], people = [person()]) =>
  render(() => (
    <InvitesSection invites={invites} replica={replica} people={people} now={() => now} />
  ))

test('an invite says what it makes of people and how often it was used; one not sent says that', () => {
  const waiting = invite({ id: 'j'.repeat(26) as InviteId, standing: 'waiting', used: 0 })
  show([invite(), waiting])
  expect(screen.getAllByText('Member · Contractor · Translator')).toHaveLength(2)
  expect(screen.getByText(words.usesOf(2, 5))).toBeTruthy()
  expect(screen.getByText(words.waiting)).toBeTruthy()
})

test('one that was not taken is said where invites are made, with what to do', () => {
  show([invite({ standing: 'refused', refused: 'no-access' })])
  const day = formatDate(now - 1_000, 'short')
  expect(screen.getByRole('alert').textContent).toContain(words.notMade(day, true))
  expect(screen.getByText(words.noInvites)).toBeTruthy()
})

test('one whose end was not taken goes on and says so', () => {
  show([invite({ end: { standing: 'refused', refused: 'record-wrong' } })])
  const day = formatDate(now - 1_000, 'short')
  expect(screen.getByRole('alert').textContent).toContain(words.notEnded(day, false))
  expect(screen.getByRole('button', { name: words.revoke })).toBeTruthy()
})

test('while its end is not sent it is listed as ending', () => {
  show([invite({ end: { standing: 'waiting', refused: null } })])
  expect(screen.getByText(words.ending)).toBeTruthy()
  expect(screen.queryByRole('button', { name: words.revoke })).toBeNull()
})

test.each([
  ['is gone', person({ removed: true })],
  ['is a member only', person({ access: 'member' })],
])('an invite whose maker %s opens nothing and is not listed', (_, maker) => {
  show([invite()], [maker])
  expect(screen.getByText(words.noInvites)).toBeTruthy()
})
