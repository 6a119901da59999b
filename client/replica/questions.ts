/**
 * Questions to the relay that name a document and get one answer: what does it have (`vector`), what do I lack (`pull`).
 * A question dies with its socket; whoever asked asks again at the next one. Left out: what to do with the answers.
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { jsonFrame, toRelay, type DocRows } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { FeedPage } from '#shared/protocol/control.ts'
import type { Link } from './link.ts'
import type { RelayMessage } from './messages.ts'

/** `denied` is also the answer for a document the relay has never seen. */
export type Answer<T> = { kind: 'answer'; value: T } | { kind: 'denied' } | { kind: 'lost' }

export interface Questions {
  vector(doc: DocName): Promise<Answer<Uint8Array>>
  feed(cursor: string | null): Promise<Answer<FeedPage>>
  /** Tells `answered` once per document, in the order of the answers. Resolves when all were answered or the socket was lost. */
  pull(
    docs: readonly (readonly [DocName, number])[],
    answered: (rows: DocRows, doc: DocName) => Promise<void>,
  ): Promise<'all' | 'lost'>
  receive(message: RelayMessage): void
  /** The socket is gone. */
  lose(): void
}

export function createQuestions(link: Link): Questions {
  const vectors = new Map<string, ((answer: Answer<Uint8Array>) => void)[]>()
  const pulls = new Map<string, ((answer: Answer<DocRows>) => void)[]>()
  const feeds: ((answer: Answer<FeedPage>) => void)[] = []

  const take = <T>(from: Map<string, T[]>, doc: string): T[] => {
    const waiting = from.get(doc) ?? []
    from.delete(doc)
    return waiting
  }
  const wait = <T>(
    on: Map<string, ((answer: Answer<T>) => void)[]>,
    doc: string,
  ): Promise<Answer<T>> =>
    new Promise((resolve) => {
      on.set(doc, [...(on.get(doc) ?? []), resolve])
    })

  return {
    vector(doc) {
      if (link.state() !== 'ready') return Promise.resolve({ kind: 'lost' })
      if (!vectors.has(doc)) link.send(jsonFrame(toRelay.vector, { doc }), true)
      return wait(vectors, doc)
    },
    feed(cursor) {
      if (link.state() !== 'ready') return Promise.resolve({ kind: 'lost' })
      link.send(jsonFrame(toRelay.feed, { cursor }), true)
      return new Promise((resolve) => feeds.push(resolve))
    },
    async pull(docs, answered) {
      for (let from = 0; from < docs.length; from += limits.pullDocuments) {
        if (link.state() !== 'ready') return 'lost'
        const batch = docs.slice(from, from + limits.pullDocuments)
        const fresh = batch.filter(([doc]) => !pulls.has(doc))
        const answers = batch.map(async ([doc]) => {
          const answer = await wait(pulls, doc)
          if (answer.kind === 'answer') await answered(answer.value, doc)
          return answer.kind
        })
        if (fresh.length > 0) link.send(jsonFrame(toRelay.pull, { docs: fresh }), true)
        if ((await Promise.all(answers)).includes('lost')) return 'lost'
      }
      return 'all'
    },
    receive(message) {
      if (message.kind === 'feed-page') feeds.shift()?.({ kind: 'answer', value: message.page })
      if (message.kind === 'vector-is') {
        for (const tell of take(vectors, message.doc))
          tell({ kind: 'answer', value: message.vector })
      }
      if (message.kind === 'doc-rows' && z.safeParse(docNameSchema, message.rows.doc).success) {
        for (const tell of take(pulls, message.rows.doc))
          tell({ kind: 'answer', value: message.rows })
      }
      if (message.kind === 'denied') {
        for (const tell of take(vectors, message.denied.doc)) tell({ kind: 'denied' })
        for (const tell of take(pulls, message.denied.doc)) tell({ kind: 'denied' })
      }
    },
    lose() {
      for (const doc of vectors.keys())
        for (const tell of take(vectors, doc)) tell({ kind: 'lost' })
      for (const doc of pulls.keys()) for (const tell of take(pulls, doc)) tell({ kind: 'lost' })
      for (const tell of feeds.splice(0)) tell({ kind: 'lost' })
    },
  }
}
