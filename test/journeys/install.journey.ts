/** What a browser asks of an app before it offers to install it, as Chromium judges it, and the icons as they are served. */
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { foundWorkspace } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const install: readonly Journey[] = [
  { name: 'Chromium finds nothing that keeps the app from being installed', run: story },
]

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await foundWorkspace(page, relay.address, 'zh', '山屿家居', '陈思远')
    await keptApp(page)
    const cdp = await page.context().newCDPSession(page)
    const { url, errors, data } = await cdp.send('Page.getAppManifest')
    assert.deepEqual(errors, [])
    assert.equal(url, `${relay.address}/manifest.webmanifest`)
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
    // Contexts of a test are off the record, which is this browser's one objection.
    const others = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')
    assert.deepEqual(others, [])

    const sizes = await page.evaluate(async (text) => {
      const { icons } = JSON.parse(text) as {
        icons: { src: string; sizes: string; type: string }[]
      }
      return Promise.all(
        icons.map(async ({ src, sizes: said, type }) => {
          const answer = await fetch(src)
          const picture = new Image()
          picture.src = src
          await picture.decode()
          const is = said === 'any' ? 'any' : `${picture.naturalWidth}x${picture.naturalHeight}`
          return {
            src,
            said,
            is,
            status: answer.status,
            type,
            got: answer.headers.get('content-type')?.split(';')[0],
          }
        }),
      )
    }, data ?? '')
    assert.ok(sizes.length >= 4)
    for (const { src, said, is, status, type, got } of sizes) {
      assert.deepEqual([status, is, got], [200, said, type], src)
    }
    await headers(relay.address)
  } finally {
    await relay.stop()
  }
}

async function headers(address: string): Promise<void> {
  const worker = await fetch(`${address}/service-worker.js`)
  assert.equal(worker.headers.get('cache-control'), 'no-cache')
  assert.match(worker.headers.get('content-type') ?? '', /^text\/javascript/)
  const manifest = await fetch(`${address}/manifest.webmanifest`)
  assert.match(manifest.headers.get('content-type') ?? '', /^application\/manifest\+json/)
}
