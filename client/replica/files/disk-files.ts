/** Files in a database of their own, `asterism-files:<workspace>` version 1 (docs/decisions.md, 20). */
import type { DBSchema, IDBPDatabase } from 'idb'
import type { DocName, FileId, WorkspaceId } from '#shared/lib/ids.ts'
import {
  isOwed,
  type FilePlace,
  type FileStore,
  type KeptFile,
  type KeptThumb,
} from './file-store.ts'
import type { LentDatabase } from './lent-database.ts'

export interface FilesDatabase extends DBSchema {
  /** Beside `bytes`, so that a look at the list reads no bytes. */
  file: { key: FileId; value: KeptFile }
  bytes: { key: FileId; value: Blob }
  place: { key: [FileId, DocName]; value: FilePlace; indexes: { doc: DocName } }
  thumb: { key: FileId; value: KeptThumb }
}

export const filesDatabaseName = (workspace: WorkspaceId): string => `asterism-files:${workspace}`
export const filesDatabaseVersion = 1

export function makeFileStores(database: IDBPDatabase<FilesDatabase>): void {
  database.createObjectStore('file', { keyPath: 'id' })
  database.createObjectStore('bytes')
  database.createObjectStore('place', { keyPath: ['id', 'doc'] }).createIndex('doc', 'doc')
  database.createObjectStore('thumb', { keyPath: 'id' })
}

const strict = { durability: 'strict' } as const

export function createDiskFiles({ use, close }: LentDatabase<FilesDatabase>): FileStore {
  const all = ['file', 'bytes', 'place', 'thumb'] as const
  /** Those of `ids` to which no place points, or none that is owed. */
  const goneOf = (
    ids: readonly FileId[],
    places: readonly FilePlace[],
    stays: (place: FilePlace) => boolean,
  ): readonly FileId[] =>
    ids.filter((id) => !places.some((place) => place.id === id && stays(place)))
  return {
    kind: 'disk',
    files: () => use((database) => database.getAll('file')),
    places: () => use((database) => database.getAll('place')),
    bytes: (id) => use(async (database) => (await database.get('bytes', id)) ?? null),
    put: (place, kept) =>
      use(async (database) => {
        const tx = database.transaction(['file', 'bytes', 'place'], 'readwrite', strict)
        const places = tx.objectStore('place')
        const before = await places.get([place.id, place.doc])
        await Promise.all([
          before?.state === 'held' && place.state === 'waiting' ? undefined : places.put(place),
          kept === null ? undefined : tx.objectStore('file').put(kept.file),
          kept === null ? undefined : tx.objectStore('bytes').put(kept.bytes, kept.file.id),
          tx.done,
        ])
      }),
    setPlace: (place) =>
      use(async (database) => {
        const tx = database.transaction('place', 'readwrite', strict)
        if ((await tx.store.get([place.id, place.doc])) !== undefined) await tx.store.put(place)
        await tx.done
      }),
    used: (id, at) =>
      use(async (database) => {
        const tx = database.transaction('file', 'readwrite')
        const file = await tx.store.get(id)
        if (file !== undefined) await tx.store.put({ ...file, used: at })
        await tx.done
      }),
    drop: (ids) =>
      use(async (database) => {
        const tx = database.transaction(all, 'readwrite')
        const places = await tx.objectStore('place').getAll()
        const gone = goneOf(ids, places, isOwed)
        for (const id of gone) {
          void tx.objectStore('bytes').delete(id)
          void tx.objectStore('file').delete(id)
        }
        await tx.done
        return gone
      }),
    leave: (docs) =>
      use(async (database) => {
        const tx = database.transaction(all, 'readwrite', strict)
        const places = await tx.objectStore('place').getAll()
        const left = places.filter((place) => docs.includes(place.doc) && !isOwed(place))
        for (const { id, doc } of left) void tx.objectStore('place').delete([id, doc])
        const ids = [...new Set(left.map(({ id }) => id))]
        for (const id of goneOf(ids, places, (place) => !left.includes(place))) {
          void tx.objectStore('bytes').delete(id)
          void tx.objectStore('file').delete(id)
          void tx.objectStore('thumb').delete(id)
        }
        await tx.done
      }),
    forget: (id, doc) =>
      use(async (database) => {
        const tx = database.transaction(all, 'readwrite', strict)
        const places = await tx.objectStore('place').getAll()
        void tx.objectStore('place').delete([id, doc])
        if (!places.some((place) => place.id === id && place.doc !== doc))
          for (const name of ['bytes', 'file', 'thumb'] as const)
            void tx.objectStore(name).delete(id)
        await tx.done
      }),
    thumb: (id) => use(async (database) => (await database.get('thumb', id)) ?? null),
    putThumb: (thumb) => use(async (database) => void (await database.put('thumb', thumb))),
    close,
  }
}
