/** A part that comes after the first screen: what stands meanwhile, what is said when it cannot be fetched, and a second try. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal, ErrorBoundary, Show } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { later } from '#client/ui/later.tsx'

afterEach(cleanup)

function promised<T>(): { readonly promise: Promise<T>; resolve(value: T): void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((take) => (resolve = take))
  return { promise, resolve: (value) => resolve(value) }
}

test('something stands where the part will be, and the part is fetched once for all its places', async () => {
  let asked = 0
  const part = promised<() => string>()
  const Part = later(
    () => {
      asked += 1
      return part.promise
    },
    () => <p>on its way</p>,
  )
  render(() => (
    <>
      <Part />
      <Part />
    </>
  ))
  expect(screen.getAllByText('on its way')).toHaveLength(2)
  part.resolve(() => 'here')
  expect(await screen.findByText('herehere')).toBeTruthy()
  expect(asked).toBe(1)
})

test('a part taken off the page while on its way is there the next time', async () => {
  const part = promised<() => string>()
  const Part = later(() => part.promise)
  const [isShown, setShown] = createSignal(true)
  render(() => (
    <Show when={isShown()} fallback={<p>nothing</p>}>
      <Part />
    </Show>
  ))
  setShown(false)
  part.resolve(() => 'here')
  await part.promise
  expect(screen.getByText('nothing')).toBeTruthy()
  setShown(true)
  expect(await screen.findByText('here')).toBeTruthy()
})

test('a part that cannot be fetched is a fault of its place, and is fetched again on a second try', async () => {
  const answers = [
    Promise.reject<() => string>(new Error('no network')),
    Promise.resolve(() => 'here'),
  ]
  const Part = later(() => answers.shift() ?? Promise.reject(new Error('asked too often')))
  render(() => (
    <ErrorBoundary
      fallback={(fault: Error, again) => <button onClick={again}>{fault.message}</button>}
    >
      <Part />
    </ErrorBoundary>
  ))
  fireEvent.click(await screen.findByText('no network'))
  expect(await screen.findByText('here')).toBeTruthy()
})
