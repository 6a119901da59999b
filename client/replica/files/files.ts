/**
 * Files of this workspace on this device, put together: what is here, the line to the relay, what is fetched, small
 * pictures, and what leaves when there is no room. Loaded after the first screen.
 */
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { createListeners } from '#client/replica/listeners.ts'
import { createFetching } from './fetching.ts'
import { createFileCalls } from './file-calls.ts'
import { filesToLetGo } from './file-room.ts'
import { isOwed, type FilePlace, type KeptFile } from './file-store.ts'
import { hashOf } from './hash-file.ts'
import { openFiles } from './open-files.ts'
import type { FileNews, PutRefusal, ReplicaFiles, UnsentFile } from './replica-files.ts'
import { createSending } from './sending.ts'

export interface FilesParts {
  readonly environment: DeviceEnvironment
  readonly identity: Pick<Identity, 'workspace'>
  token(): string | null
  /** The relay's epoch while it is reached, else null. */
  epoch(): string | null
  leads(): boolean
  askLead(): void
  mayHold(doc: DocName): boolean
  isPinned(doc: DocName): boolean
  /** Bytes that files may take. */
  room(): Promise<number>
  /** How many files of each document the relay does not have. */
  noteUnsent(files: ReadonlyMap<DocName, number>): void
  /** Other tabs look again. */
  tell(): void
}

export interface Files extends ReplicaFiles {
  /** The relay is reached, or this tab leads from now on. */
  wake(): void
  /** Rows of it came. */
  touched(doc: DocName): void
  /** Another tab changed something. */
  heard(): Promise<void>
  /** Nothing of these may be read here any more. */
  withdraw(docs: readonly DocName[]): Promise<void>
  close(): void
}

export async function createFiles(parts: FilesParts): Promise<Files> {
  const { environment } = parts
  const store = await openFiles(environment, parts.identity.workspace.id)
  const listeners = createListeners<void>()
  const news = createListeners<{ readonly doc: DocName | null; readonly news: FileNews }>()
  let places = new Map<string, FilePlace>()
  let here: ReadonlySet<FileId> = new Set()
  let under: FilePlace | null = null
  const keyOf = (id: FileId, doc: DocName): string => `${id} ${doc}`

  const read = async (): Promise<readonly KeptFile[]> => {
    const [files, all] = await Promise.all([store.files(), store.places()])
    places = new Map(all.map((place) => [keyOf(place.id, place.doc), place]))
    here = new Set(files.map(({ id }) => id))
    const unsent = new Map<DocName, number>()
    for (const { doc } of all.filter(isOwed)) unsent.set(doc, (unsent.get(doc) ?? 0) + 1)
    parts.noteUnsent(unsent)
    listeners.tell()
    return files
  }
  const changed = async (): Promise<void> => {
    await read()
    parts.tell()
  }
  const sayFault = (fault: unknown): void => console.error('files could not be read', fault)

  const tidy = async (): Promise<void> => {
    const files = await read()
    const all = [...places.values()]
    const stays = (id: FileId): boolean =>
      all.some((place) => place.id === id && (isOwed(place) || parts.isPinned(place.doc)))
    const going = filesToLetGo(files, stays, await parts.room())
    if (going.length > 0 && (await store.drop(going)).length > 0) await read()
    parts.tell()
  }

  const calls = createFileCalls(environment, parts.token)
  const sending = createSending({
    ...{ environment, store, calls },
    epoch: parts.epoch,
    leads: parts.leads,
    changed: () => void changed().catch(sayFault),
    under(place) {
      under = place
      listeners.tell()
    },
  })
  const fetch = createFetching({
    ...{ environment, store, calls },
    epoch: parts.epoch,
    came: () => void tidy().catch(sayFault),
    full: (fault) => console.error('a file could not be kept on this device', fault),
  })
  const leave = async (docs: readonly DocName[]): Promise<void> => {
    if (docs.length === 0) return
    await store.leave(docs)
    await changed()
  }
  const wakeAnyTab = (): void => {
    sending.wake()
    if (!parts.leads()) parts.askLead()
  }

  await read()
  const gone = new Set(
    [...places.values()].map(({ doc }) => doc).filter((doc) => !parts.mayHold(doc)),
  )
  leave([...gone]).catch(sayFault)
  sending.wake()

  const putBytes = async (
    doc: DocName,
    file: Blob,
    wanted: FileId | null,
  ): ReturnType<ReplicaFiles['put']> => {
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) return refuse('unreadable')
    const id = await hashOf(environment, bytes)
    if (wanted !== null && id !== wanted) return refuse('unreadable')
    const at = environment.now()
    try {
      await store.put(
        { id, doc, at, state: 'waiting', epoch: null, reason: null },
        {
          file: { id, size: bytes.byteLength, at, used: at },
          bytes: new Blob([bytes]),
        },
      )
    } catch (fault) {
      console.error('a file could not be stored on this device', fault)
      return refuse<PutRefusal>('device-full')
    }
    await changed()
    wakeAnyTab()
    tidy().catch(sayFault)
    return ok({ id, size: bytes.byteLength })
  }

  return {
    put: (doc, file) => putBytes(doc, file, null),
    putAs: async (id, doc, file) => (await putBytes(doc, file, id)).ok,
    async attach(id, doc) {
      const at = environment.now()
      await store.put({ id, doc, at, state: 'waiting', epoch: null, reason: null }, null)
      await changed()
      wakeAnyTab()
    },
    async forget(id, doc) {
      const place = places.get(keyOf(id, doc))
      // What the relay has stays a while: somebody may take the removal back.
      if (place === undefined || !isOwed(place)) return
      await store.forget(id, doc)
      await changed()
    },
    async retry(id, doc) {
      const place = places.get(keyOf(id, doc))
      if (place?.state !== 'refused') return
      await store.setPlace({ ...place, state: 'waiting', reason: null })
      await changed()
      wakeAnyTab()
    },
    state(id, doc) {
      const place = places.get(keyOf(id, doc))
      if (place?.state === 'refused')
        return { kind: 'refused', reason: place.reason ?? 'no-access' }
      if (place?.state === 'waiting')
        return { kind: under?.id === id && under.doc === doc ? 'sending' : 'waiting' }
      return { kind: here.has(id) ? 'here' : 'away' }
    },
    subscribe: (listener) => listeners.add(listener),
    onNews: (doc, listener) =>
      news.add((told) => {
        if (told.doc === null || told.doc === doc) listener(told.news)
      }),
    fetch,
    async thumb(id, doc) {
      const known = await store.thumb(id).catch(() => null)
      if (known !== null)
        return known.picture === null ? refuse('not-a-picture') : ok(known.picture)
      const bytes = await fetch(id, doc)
      if (!bytes.ok) return bytes
      const picture = (await environment.makeThumb?.(bytes.value)) ?? null
      await store.putThumb({ id, picture }).catch(() => undefined)
      return picture === null ? refuse('not-a-picture') : ok(picture)
    },
    async usage() {
      const files = await store.files()
      return {
        files: files.length,
        bytes: files.reduce((sum, { size }) => sum + size, 0),
        room: await parts.room(),
        waiting: [...places.values()].filter(isOwed).length,
      }
    },
    async unsent() {
      const docs = new Map<FileId, DocName[]>()
      for (const { id, doc } of [...places.values()].filter(isOwed))
        docs.set(id, [...(docs.get(id) ?? []), doc])
      const found: UnsentFile[] = []
      for (const [id, documents] of docs) {
        const bytes = await store.bytes(id)
        if (bytes !== null) found.push({ id, documents, bytes })
      }
      return found
    },
    wake() {
      sending.wake()
      if (parts.epoch() !== null) news.tell({ doc: null, news: 'reached' })
    },
    touched: (doc) => news.tell({ doc, news: 'rows' }),
    async heard() {
      await read()
      sending.wake()
    },
    withdraw: leave,
    close() {
      sending.stop()
      store.close()
    },
  }
}
