/** The links to the app's places: the same ones under somebody's finger, whatever they come to say. */
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createMore, createPlaces } from '#client/app/places.tsx'
import { setLanguage } from '#client/i18n/language.ts'
import { ShellLayout } from '#client/ui/shell-layout.tsx'

afterEach(() => {
  cleanup()
  setLanguage('zh')
})

function frame() {
  setLanguage('en')
  const [unread, setUnread] = createSignal(0)
  const [isGuest, setGuest] = createSignal(false)
  const history = createMemoryHistory()
  history.set({ value: '/briefs' })
  function Frame() {
    const places = createPlaces(unread, isGuest, 'me')
    return (
      <ShellLayout
        brand="Shanyu"
        navigationLabel="Places"
        places={places()}
        more={createMore(places)()}
        search={{ label: 'Search', keys: 'Mod+K', open: () => undefined }}
        showing="list"
      />
    )
  }
  render(() => (
    <MemoryRouter history={history} root={Frame}>
      <Route path="*" component={() => null} />
    </MemoryRouter>
  ))
  const links = (): HTMLElement[] => screen.getAllByRole('link')
  const currents = (): string[] =>
    links()
      .filter((link) => link.getAttribute('aria-current') === 'page')
      .map((link) => link.getAttribute('href') ?? '')
  return { setUnread, setGuest, history, links, currents }
}

test('a press on a place is not lost when something comes in, the language or the page changes meanwhile', async () => {
  const { setUnread, history, links, currents } = frame()
  const before = links()
  const areSame = (): boolean => links().every((link, place) => link === before[place])
  expect(currents()).toEqual(['/briefs', '/briefs'])
  setUnread(3)
  expect(areSame()).toBe(true)
  expect(screen.getAllByText('3 unread')).toHaveLength(2)
  setLanguage('zh')
  expect(areSame()).toBe(true)
  setLanguage('en')
  history.set({ value: '/people/julia' })
  await vi.waitFor(() => expect(currents()).toEqual(['/people', '/more']))
  expect(areSame()).toBe(true)
})

test('a guest has a page of their own, and no place among tasks, people and settings', () => {
  const { setGuest, links } = frame()
  setGuest(true)
  expect(links().map((link) => link.getAttribute('href'))).toEqual(
    expect.arrayContaining(['/briefs', '/inbox', '/device', '/people/me']),
  )
  expect(links().map((link) => link.getAttribute('href'))).not.toContain('/people')
  expect(links().map((link) => link.getAttribute('href'))).not.toContain('/tasks')
})
