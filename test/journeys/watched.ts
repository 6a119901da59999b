/**
 * A browser whose pages may not go wrong unseen: an uncaught error, an unhandled rejection, or anything their own content
 * security policy refused is a fault of the journey, however well its story ended.
 */
import type { Browser, BrowserContext } from 'playwright-core'

const VIOLATION = 'the page’s own policy refused'

/** Only names what hangs: nothing may pass or fail by how fast the machine is. */
const patienceMs = 90_000

/** `tell` hears what went wrong in any page of the contexts it makes. */
export function watched(on: Browser, tell: (fault: string) => void): Browser {
  const newContext: Browser['newContext'] = async (options) => {
    const context = await on.newContext(options)
    context.setDefaultTimeout(patienceMs)
    await watch(context, tell)
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

async function watch(context: BrowserContext, tell: (fault: string) => void): Promise<void> {
  context.on('weberror', (told) => {
    const error = told.error()
    const words = `${error.name} ${error.message} ${error.stack ?? ''}`
    tell(`uncaught in ${told.page()?.url() ?? 'a page'}: ${words}`)
  })
  context.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(VIOLATION) || text.includes('Content Security Policy'))
      tell(`${text} (${message.location().url})`)
  })
  await context.addInitScript((words) => {
    addEventListener('securitypolicyviolation', (told) =>
      console.error(`${words}: ${told.violatedDirective}, ${told.blockedURI}, ${told.sourceFile}`),
    )
  }, VIOLATION)
}

/** Rejects when any of the three would pass unseen. */
export async function checkWatch(on: Browser): Promise<void> {
  const missing = new Set([
    'an error nobody caught',
    'a rejection nobody heard',
    `${VIOLATION}: style-src`,
  ])
  let seen = (): void => undefined
  const all = new Promise<void>((resolve) => (seen = resolve))
  const context = await watched(on, (fault) => {
    for (const one of missing) if (fault.includes(one)) missing.delete(one)
    if (missing.size === 0) seen()
  }).newContext()
  const page = await context.newPage()
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "default-src 'none'; script-src 'self'" },
      body: '<p>here</p>',
    }),
  )
  await page.goto('http://watched.test/')
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('an error nobody caught')
    })
    void Promise.reject(new Error('a rejection nobody heard'))
    const said = document.createElement('p')
    said.setAttribute('style', 'color: red')
    document.body.append(said)
  })
  const patience = new Promise<void>((_, reject) =>
    setTimeout(
      () => reject(new Error(`journeys would not see ${[...missing].join(', ')}`)),
      10_000,
    ).unref(),
  )
  await Promise.race([all, patience])
  await context.close()
}
