/** A code typed on a new device: how people type it, what is said when it does not open, and that nothing else is asked. */
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CodeForm } from '#client/features/people/code-form.tsx'
import { codeWords } from '#client/features/people/code-words.ts'
import type { InviteLook, JoinCalls, Refused } from '#client/features/people/relay-calls.ts'
import { setLanguage } from '#client/i18n/language.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { inviteOfLinkCode } from '#shared/protocol/link-code.ts'

beforeEach(() => setLanguage('en'))
afterEach(cleanup)

const mine: InviteLook = {
  for: 'device',
  workspace: '山屿家居',
  access: 'owner',
  expiresAt: 1,
  name: '陈思远',
}

function open(look: Result<InviteLook, Refused>, isApple = false) {
  const calls = {
    relayState: vi.fn<JoinCalls['relayState']>(),
    look: vi.fn<JoinCalls['look']>(async () => look),
    join: vi.fn<JoinCalls['join']>(async () => ok(null)),
    foundAlone: vi.fn<JoinCalls['foundAlone']>(),
    openDemo: vi.fn<JoinCalls['openDemo']>(),
  }
  render(() => <CodeForm calls={calls} isApple={isApple} />)
  const enter = (typed: string): void => {
    const field = screen.getByLabelText<HTMLInputElement>(codeWords.en.haveCode)
    fireEvent.input(field, { target: { value: typed } })
    fireEvent.click(screen.getByRole('button', { name: codeWords.en.link }))
  }
  return { ...calls, enter }
}

test('a code typed in small letters with spaces links this device as its member, under their name', async () => {
  const { enter, look, join } = open(ok(mine))
  enter(' k7m2 9qxr 4tna ')
  const invite = inviteOfLinkCode('k7m29qxr4tna')
  await waitFor(() => expect(join).toHaveBeenCalledWith({ invite, name: '陈思远', linked: true }))
  expect(look).toHaveBeenCalledWith(invite)
})

test('what is no code is said in place, and the relay is not asked', () => {
  const { enter, look } = open(ok(mine))
  enter('K7M2-9QXR')
  expect(screen.getByText(codeWords.en.noCode)).toBeTruthy()
  expect(look).not.toHaveBeenCalled()
})

test.each(['zh', 'en'] as const)(
  'what is pasted as a code is cut at its limit, and that is said (%s)',
  (language) => {
    setLanguage(language)
    open(ok(mine))
    const field = screen.getByLabelText<HTMLInputElement>(codeWords[language].haveCode)
    const paste = (length: number): string => {
      fireEvent.input(field, { target: { value: '0'.repeat(length) } })
      return document.body.textContent ?? ''
    }
    expect(paste(limits.codeCharacters)).not.toContain(`${limits.codeCharacters}`)
    expect(paste(limits.codeCharacters + 1)).toContain(`${limits.codeCharacters}`)
    expect(field.value).toHaveLength(limits.codeCharacters)
  },
)

test.each(['invite-wrong', 'invite-expired', 'invite-used-up', 'too-many-tries'] as const)(
  'why a code does not open is said in its own words, in both languages: %s',
  async (code) => {
    const { enter, join } = open(refuse({ code }))
    enter('K7M2-9QXR-4TNA')
    await screen.findByText(codeWords.en.refusals[code])
    setLanguage('zh')
    await screen.findByText(codeWords.zh.refusals[code])
    expect(join).not.toHaveBeenCalled()
  },
)

test('what opens for a member, not a device, is no code', async () => {
  const { enter, join } = open(ok({ ...mine, for: 'member' }))
  enter('K7M2-9QXR-4TNA')
  await screen.findByText(codeWords.en.refusals['invite-wrong'])
  expect(join).not.toHaveBeenCalled()
})

test('on an iPhone the help names the app that was just installed from Safari', () => {
  open(ok(mine), true)
  expect(screen.getByText(codeWords.en.helpApple)).toBeTruthy()
})
