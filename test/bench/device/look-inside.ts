/** What a running page holds, asked through the browser's debugger: memory after a collection, Y.Docs, open databases. */
import type { BrowserContext, Page } from 'playwright-core'
import * as z from 'zod'

export interface Inside {
  readonly heapMegabytes: number
  /** Of the documents people edit; the desk is always open and counted apart. */
  readonly documents: number
  readonly desks: number
}

const countsSchema = z.object({ documents: z.number(), desks: z.number() })

export async function lookInside(page: Page): Promise<Inside> {
  const inside = await page.context().newCDPSession(page)
  try {
    await inside.send('HeapProfiler.enable')
    await inside.send('HeapProfiler.collectGarbage')
    const { usedSize } = await inside.send('Runtime.getHeapUsage')
    const root = await inside.send('Runtime.evaluate', { expression: 'Object.prototype' })
    const all = await inside.send('Runtime.queryObjects', {
      prototypeObjectId: root.result.objectId ?? '',
    })
    const counted = await inside.send('Runtime.callFunctionOn', {
      objectId: all.objects.objectId ?? '',
      functionDeclaration: countDocs,
      returnByValue: true,
    })
    return { heapMegabytes: usedSize / 2 ** 20, ...countsSchema.parse(counted.result.value) }
  } finally {
    await inside.detach()
  }
}

/** Names are gone from a build, so a Y.Doc is known by its fields. */
const countDocs = `function () {
  const found = { documents: 0, desks: 0 }
  for (const one of this) {
    const share = Object.getOwnPropertyDescriptor(one, 'share')?.value
    if (!(share instanceof Map) || !Object.hasOwn(one, 'clientID') || !Object.hasOwn(one, 'guid')) continue
    if (share.has('pins') && share.has('recents')) found.desks += 1
    else found.documents += 1
  }
  return found
}`

/** Before any page is opened: pages count the databases they hold open. */
export async function countDatabases(context: BrowserContext): Promise<void> {
  await context.addInitScript(`{
    const held = new Set()
    globalThis.openDatabaseNames = () => [...new Set([...held].map(({ name }) => name))]
    const { open } = IDBFactory.prototype
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args)
      request.addEventListener('success', () => held.add(request.result))
      return request
    }
    const { close } = IDBDatabase.prototype
    IDBDatabase.prototype.close = function () {
      held.delete(this)
      close.call(this)
    }
  }`)
}

export const openDatabaseNames = async (page: Page): Promise<readonly string[]> =>
  z.array(z.string()).parse(await page.evaluate('openDatabaseNames()'))
