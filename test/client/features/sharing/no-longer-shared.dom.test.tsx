/** What stands in the place of a brief that is not shared any more: what it was, and what of one's own was not sent. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoLongerShared } from '#client/features/sharing/no-longer-shared.tsx'
import { sharingWords } from '#client/features/sharing/words.ts'
import { setLanguage } from '#client/i18n/language.ts'

afterEach(cleanup)

describe.each(['zh', 'en'] as const)('a brief no longer shared, in %s', (language) => {
  const words = sharingWords[language]
  const exported = vi.fn()
  const open = (changes: number, files: number, wasShown = true) =>
    render(() => (
      <NoLongerShared
        wasShown={wasShown}
        title={wasShown ? '便携咖啡杯' : ''}
        workspace="山屿家居"
        unsent={{ changes, files }}
        backLabel="←"
        onBack={() => undefined}
        onExport={exported}
      />
    ))
  beforeEach(() => {
    setLanguage(language)
    exported.mockClear()
  })

  it('is named, and says whom to ask', () => {
    open(0, 0)
    expect(screen.getByRole('heading', { name: words.goneTitle('便携咖啡杯') })).toBeTruthy()
    expect(screen.getByText(words.goneHelp('', '山屿家居'))).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.keepCopy })).toBeNull()
  })

  it.each([
    [3, 0],
    [0, 2],
    [1, 1],
  ])('counts %i changes and %i files that were not sent, to be exported', (changes, files) => {
    open(changes, files)
    expect(screen.getByText(words.goneHelp(words.unsent(changes, files), '山屿家居'))).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: words.keepCopy }))
    expect(exported).toHaveBeenCalledOnce()
  })

  it('that was never seen here is not named', () => {
    open(0, 0, false)
    expect(screen.getByRole('heading', { name: words.notSharedTitle })).toBeTruthy()
  })
})
