/** A page opens at its top, however far down the last one was; back finds it where it was left. */
import { Route, Router, useNavigate } from '@solidjs/router'
import { render, screen } from '@solidjs/testing-library'
import { createSignal, type ParentProps } from 'solid-js'
import { expect, test } from 'vitest'
import { keepScroll } from '#client/app/keep-scroll.ts'

test('a page opens at its top, and back finds the one before as far down as it was left', async () => {
  let pane: HTMLElement | undefined
  let go: (path: string) => void = () => undefined
  const Frame = (props: ParentProps) => {
    const [element, setElement] = createSignal<HTMLElement>()
    keepScroll(element)
    const navigate = useNavigate()
    go = (path) => void navigate(path)
    return (
      <div
        ref={(at) => {
          pane = at
          setElement(at)
        }}
      >
        {props.children}
      </div>
    )
  }
  window.history.replaceState(null, '', '/people')
  render(() => (
    <Router root={Frame}>
      <Route path="/people" component={() => <p>people</p>} />
      <Route path="/settings" component={() => <p>settings</p>} />
    </Router>
  ))
  await screen.findByText('people')
  if (pane === undefined) throw new Error('no pane')
  pane.scrollTop = 340
  pane.dispatchEvent(new Event('scroll'))

  go('/settings')
  await screen.findByText('settings')
  expect(pane.scrollTop).toBe(0)

  window.history.back()
  await screen.findByText('people')
  expect(pane.scrollTop).toBe(340)
})
