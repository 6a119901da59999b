/**
 * A browser whose pages are waited for as long as a loaded machine needs: a scene waits for what it needs to stand there, and
 * only one that is broken waits this long. What it waited for in vain is then in the error.
 */
import type { Browser } from 'playwright-core'

const patienceMs = 10 * 60_000

export function patient(on: Browser): Browser {
  const newContext: Browser['newContext'] = async (options) => {
    const context = await on.newContext(options)
    context.setDefaultTimeout(patienceMs)
    return context
  }
  return new Proxy(on, {
    get: (target, key) => {
      if (key === 'newContext') return newContext
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
