/** Somebody else’s client: the stock y-websocket provider at /doc/:name, beside two devices of ours. */
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { docTokenAnswerSchema } from '#shared/protocol/http.ts'
import { createRandom } from '#shared/lib/random.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { post } from '#test/server/relay/device.ts'
import { fieldsOf, set, until } from './real-device.ts'
import { isReady, isSafe, startWorld, type World } from './world.ts'

let world: World
const providers: WebsocketProvider[] = []
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  await world.end()
})

async function stockClient(name: DocName): Promise<WebsocketProvider> {
  const { tab } = world.owner
  await isReady(tab)
  const answer = await post(
    world.address,
    '/api/doc-token',
    { doc: name },
    tab.sessionToken() ?? undefined,
  )
  const { token } = docTokenAnswerSchema.parse(await answer.json())
  const provider = new WebsocketProvider(
    `${world.address.replace('http', 'ws')}/doc`,
    name,
    new Y.Doc(),
    {
      // ws has the browser's surface where the provider uses it.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      protocols: ['asterism', `bearer.${token}`],
      disableBc: true,
      maxBackoffTime: 50,
    },
  )
  providers.push(provider)
  return provider
}

test.each([1, 2, 3])(
  'a stock client and two devices type at once, each away for a while, and all agree (seed %i)',
  async (seed) => {
    const random = createRandom(seed)
    world = await startWorld()
    const { device, tab: one } = world.owner
    const { device: theirDevice, tab: two } = await world.person('member', 'Julia Brandt')
    const name = one.newDocumentName('brief')
    const [mine, theirs] = [one.openDocument(name), two.openDocument(name)]
    const stock = await stockClient(name)
    const docs = [mine.doc(), theirs.doc(), stock.doc] as const
    for (let step = 0; step < 80; step += 1) {
      const at = random.int(8)
      if (at === 0) random.pick([device, theirDevice]).cut()
      if (at === 1) for (const here of [device, theirDevice]) here.heal()
      if (at === 2) stock.disconnect()
      if (at === 3) stock.connect()
      const doc = random.pick(docs)
      set(doc, `k${step}`, step)
      const text = doc.getText('text')
      if (random.int(3) === 0 && text.length > 3) text.delete(random.int(text.length - 2), 2)
      else text.insert(random.int(text.length + 1), `${step} `)
      await new Promise((resolve) => setTimeout(resolve, random.int(12)))
    }
    for (const here of [device, theirDevice]) here.heal()
    stock.connect()
    one.retry()
    two.retry()
    await Promise.all([isSafe(one, name), isSafe(two, name)])
    await until(() => {
      const [a, b, c] = docs.map((doc) =>
        JSON.stringify([Object.entries(fieldsOf(doc)).sort(), doc.getText('text').toJSON()]),
      )
      return a === b && b === c
    }, 'all three agree')
    expect(Object.keys(fieldsOf(mine.doc())).length).toBe(80)
    const stored = (await world.stored(name)).doc
    expect(stored.getText('text').toJSON()).toBe(mine.doc().getText('text').toJSON())
    expect(fieldsOf(stored)).toEqual(fieldsOf(mine.doc()))
  },
)

test('a stock client is seen by the devices, and sees them', async () => {
  world = await startWorld()
  const { tab } = world.owner
  const name = tab.newDocumentName('brief')
  const mine = tab.openDocument(name)
  set(mine.doc(), 'a', 1)
  await isSafe(tab, name)
  const stock = await stockClient(name)
  stock.awareness.setLocalState({ user: { name: 'script' } })
  await until(
    () => mine.awareness().getStates().get(stock.awareness.clientID)?.['user'] !== undefined,
    'the stock client at the owner',
  )
  await until(
    () => stock.awareness.getStates().get(mine.doc().clientID)?.['member'] !== undefined,
    'the owner at the stock client',
  )
})
