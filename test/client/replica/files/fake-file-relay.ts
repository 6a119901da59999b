/** The relay's calls about files in memory: a test decides when it answers, and what it loses. */
import { createHash } from 'node:crypto'

export interface FakeFileRelay {
  request(address: string, init: RequestInit): Promise<Response>
  /** Bytes by id. */
  readonly bytes: Map<string, Uint8Array>
  readonly attached: Set<string>
  readonly calls: string[]
  /** While true nothing is reached. */
  down: boolean
  /** The next put is taken, and its answer lost. */
  losesAnswer: boolean
  /** What every call that writes answers instead. */
  refusesWith: number | null
}

export function createFakeFileRelay(): FakeFileRelay {
  const relay: FakeFileRelay = {
    bytes: new Map(),
    attached: new Set(),
    calls: [],
    down: false,
    losesAnswer: false,
    refusesWith: null,
    async request(address, init) {
      const url = new URL(address)
      const id = url.pathname.split('/').at(-1) ?? ''
      const doc = url.searchParams.get('doc') ?? ''
      const method = init.method ?? 'GET'
      relay.calls.push(method)
      if (relay.down) throw new TypeError('not reached')
      const answer = (status: number): Response => new Response(null, { status })
      if (method === 'GET') {
        const found = relay.bytes.get(id)
        return found === undefined
          ? answer(url.searchParams.has('quiet') ? 204 : 404)
          : new Response(new Blob([new Uint8Array(found)]))
      }
      if (relay.refusesWith !== null) return answer(relay.refusesWith)
      if (method === 'POST') {
        if (!relay.bytes.has(id)) return answer(202)
        relay.attached.add(`${id} ${doc}`)
        return answer(204)
      }
      if (!(init.body instanceof Blob)) throw new Error('bytes were expected')
      const bytes = new Uint8Array(await init.body.arrayBuffer())
      if (createHash('sha256').update(bytes).digest('hex') !== id) return answer(400)
      relay.bytes.set(id, bytes)
      relay.attached.add(`${id} ${doc}`)
      if (!relay.losesAnswer) return answer(204)
      relay.losesAnswer = false
      throw new TypeError('the answer was lost')
    },
  }
  return relay
}
