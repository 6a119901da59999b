/** A navigation that never ends is finished by the browser; one that ends is left alone. */
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { finishNavigation } from '#client/app/finish-navigation.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function follow() {
  const [isRouting, setRouting] = createSignal(false)
  const gone: string[] = []
  let target: string | null = null
  const end = createRoot((dispose) => {
    finishNavigation(
      isRouting,
      () => target,
      (address) => void gone.push(address),
    )
    return dispose
  })
  return { setRouting, gone, end, aim: (to: string | null) => void (target = to) }
}

test('what is still on its way after long is gone to by the browser', () => {
  const { setRouting, gone, end, aim } = follow()
  aim('/briefs')
  setRouting(true)
  vi.advanceTimersByTime(60_000)
  expect(gone).toEqual(['/briefs'])
  end()
})

test('what ended in time, or leads nobody knows where, is left alone', () => {
  const { setRouting, gone, end, aim } = follow()
  aim('/briefs')
  setRouting(true)
  vi.advanceTimersByTime(900)
  setRouting(false)
  vi.advanceTimersByTime(60_000)
  aim(null)
  setRouting(true)
  vi.advanceTimersByTime(60_000)
  expect(gone).toEqual([])
  end()
})
