/** What a page's head offers with room and without, and how long something may be on its way before it is to be minded. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { HeadAction, HeadActions } from '#client/ui/head-actions.tsx'
// Loaded on demand by the head; here at once, however slow the machine.
import '#client/ui/menu.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { PersonHead } from '#client/ui/person-head.tsx'
import { OnItsWay } from '#client/ui/on-its-way.tsx'
import { uiWords } from '#client/ui/words.ts'
import { setLanguage } from '#client/i18n/language.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function width(isNarrow: boolean): void {
  const query = {
    matches: isNarrow,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }
  vi.stubGlobal('matchMedia', () => query)
}

function head(isNarrow: boolean, press: () => void): void {
  setLanguage('en')
  width(isNarrow)
  render(() => (
    <HeadActions>
      <HeadAction label="Share" icon={() => <i />} opensDialog onPress={press} />
      <HeadAction label="Keep" icon={() => <i />} pressed onPress={() => undefined} />
    </HeadActions>
  ))
}

test('with room every action of a head is a sign of its own', () => {
  const press = vi.fn()
  head(false, press)
  fireEvent.click(screen.getByRole('button', { name: 'Share' }))
  expect(press).toHaveBeenCalledOnce()
  expect(screen.getByRole('button', { name: 'Keep', pressed: true })).toBeTruthy()
  expect(screen.queryByRole('button', { name: uiWords.en.moreActions })).toBeNull()
})

test('without room they stand in one menu, and what is on is shown as on', async () => {
  head(true, () => undefined)
  const more = await screen.findByRole('button', { name: uiWords.en.moreActions })
  expect(screen.queryByRole('button', { name: 'Share' })).toBeNull()
  fireEvent.keyDown(more, { key: 'Enter' })
  expect(await screen.findByRole('menuitem', { name: 'Share' })).toBeTruthy()
  expect(screen.getByRole('menuitemcheckbox', { name: 'Keep', checked: true })).toBeTruthy()
})

test('a phone’s head says the name of the page once its own was scrolled away, a desk’s does not', () => {
  const at = (bottom: number) => ({ bottom }) as DOMRect
  const isInHead = (): boolean =>
    screen.getByRole('heading', { name: 'Mina' }).closest('.ui-head-titles') !== null
  for (const isNarrow of [true, false]) {
    width(isNarrow)
    const { container } = render(() => (
      <main>
        <PageHead title="Mina" hideTitle />
        <PersonHead id="m" name="Mina" note="" />
      </main>
    ))
    const [header, name] = [
      container.querySelector('header'),
      container.querySelector('.ui-person-name'),
    ]
    if (header === null || name === null) throw new Error('no head')
    vi.spyOn(header, 'getBoundingClientRect').mockReturnValue(at(52))
    const place = vi.spyOn(name, 'getBoundingClientRect').mockReturnValue(at(120))
    fireEvent.scroll(window)
    expect(isInHead()).toBe(false)
    place.mockReturnValue(at(40))
    fireEvent.scroll(window)
    expect(isInHead()).toBe(isNarrow)
    cleanup()
  }
})

test('what was just sent is nothing to mind; it is once it takes long or the network goes', () => {
  vi.useFakeTimers()
  const shown = () => render(() => <OnItsWay soon="In a moment" late="Once online" />)
  shown()
  expect(screen.getByText('In a moment')).toBeTruthy()
  vi.advanceTimersByTime(60_000)
  expect(screen.getByText('Once online')).toBeTruthy()
  cleanup()
  shown()
  fireEvent(window, new Event('offline'))
  expect(screen.getByText('Once online')).toBeTruthy()
})
