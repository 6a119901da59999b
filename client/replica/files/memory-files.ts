/** Files where a browser gives no storage: as long as the page. The status says that work is in memory only. */
import type { FileId } from '#shared/lib/ids.ts'
import {
  isOwed,
  type FilePlace,
  type FileStore,
  type KeptFile,
  type KeptThumb,
} from './file-store.ts'

export function createMemoryFiles(): FileStore {
  const files = new Map<FileId, KeptFile>()
  const bytes = new Map<FileId, Blob>()
  const thumbs = new Map<FileId, KeptThumb>()
  const places = new Map<string, FilePlace>()
  const keyOf = ({ id, doc }: Pick<FilePlace, 'id' | 'doc'>): string => `${id} ${doc}`
  const remove = (id: FileId): void => {
    files.delete(id)
    bytes.delete(id)
  }
  const isAnywhere = (id: FileId): boolean => [...places.values()].some((one) => one.id === id)
  return {
    kind: 'memory',
    files: async () => [...files.values()],
    places: async () => [...places.values()],
    bytes: async (id) => bytes.get(id) ?? null,
    async put(place, kept) {
      const before = places.get(keyOf(place))
      if (before?.state !== 'held' || place.state !== 'waiting') places.set(keyOf(place), place)
      if (kept === null) return
      files.set(kept.file.id, kept.file)
      bytes.set(kept.file.id, kept.bytes)
    },
    async setPlace(place) {
      if (places.has(keyOf(place))) places.set(keyOf(place), place)
    },
    async used(id, at) {
      const file = files.get(id)
      if (file !== undefined) files.set(id, { ...file, used: at })
    },
    async drop(ids) {
      const owed = new Set([...places.values()].filter(isOwed).map(({ id }) => id))
      const gone = ids.filter((id) => !owed.has(id))
      gone.forEach(remove)
      return gone
    },
    async leave(docs) {
      for (const place of [...places.values()]) {
        if (!docs.includes(place.doc) || isOwed(place)) continue
        places.delete(keyOf(place))
        if (!isAnywhere(place.id)) remove(place.id)
      }
    },
    async forget(id, doc) {
      places.delete(keyOf({ id, doc }))
      if (!isAnywhere(id)) remove(id)
    },
    thumb: async (id) => thumbs.get(id) ?? null,
    putThumb: async (thumb) => void thumbs.set(thumb.id, thumb),
    close: () => undefined,
  }
}
