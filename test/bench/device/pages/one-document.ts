/** A brief of 500 products read from a database and made a Y.Doc, and nothing else: what opening one costs at the least. */
import * as Y from 'yjs'
import { writeLargeBrief } from '../large-brief.ts'
import { answer, asked } from './result.ts'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('one-document', 1)
    request.onupgradeneeded = () => void request.result.createObjectStore('bytes')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no answer'))
  })

answer(async () => {
  const database = await open()
  if (asked('way') === 'fill') {
    const doc = new Y.Doc()
    writeLargeBrief(doc)
    const bytes = Y.encodeStateAsUpdate(doc)
    await done(database.transaction('bytes', 'readwrite').objectStore('bytes').put(bytes, 'brief'))
    return { ms: 0 }
  }
  const bytes = await done<unknown>(database.transaction('bytes').objectStore('bytes').get('brief'))
  if (!(bytes instanceof Uint8Array)) throw new Error('no bytes')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  // Since the navigation began, as the app is measured.
  return { ms: performance.now() }
})
