/** A page that failed: when it tries again by itself, and when only a person makes it. */
import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PageFault } from '#client/app/page-fault.tsx'

afterEach(cleanup)
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())

function failed(fault: Error) {
  const [isReachable, setReachable] = createSignal(false)
  const [address, setAddress] = createSignal('/briefs/a')
  const tried = vi.fn()
  render(() => (
    <PageFault
      fault={fault}
      isReachable={isReachable()}
      address={address()}
      onReload={tried}
      onReopen={() => undefined}
    />
  ))
  return { setReachable, setAddress, tried }
}

test('a part that could not be fetched is asked for again once the server can be reached', () => {
  const { setReachable, tried } = failed(new Error('Failed to fetch dynamically imported module'))
  expect(tried).not.toHaveBeenCalled()
  setReachable(true)
  expect(tried).toHaveBeenCalledOnce()
  setReachable(false)
  expect(tried).toHaveBeenCalledOnce()
})

test('another fault waits for the person: the server has nothing to do with it', () => {
  const { setReachable, tried } = failed(new Error('this.page is not a function'))
  setReachable(true)
  expect(tried).not.toHaveBeenCalled()
})

test('another address is another page, whatever failed on the one before', () => {
  const { setAddress, tried } = failed(new Error('this.page is not a function'))
  setAddress('/people')
  expect(tried).toHaveBeenCalledOnce()
})
