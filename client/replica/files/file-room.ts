/** Which files leave the device when there are too many: those nobody looked at for longest. Pure. */
import type { FileId } from '#shared/lib/ids.ts'
import type { KeptFile } from './file-store.ts'

/** Files may take so many times what documents may (room.ts): pictures are large, and come again when they are looked at. */
export const fileRoomOf = ({ bytes }: { readonly bytes: number }): number => bytes * 10

/** Room is made a little larger than asked, so that the next picture does not ask again. */
const downTo = 0.9

export function filesToLetGo(
  files: readonly KeptFile[],
  stays: (id: FileId) => boolean,
  room: number,
): readonly FileId[] {
  let total = files.reduce((sum, { size }) => sum + size, 0)
  if (total <= room) return []
  const gone: FileId[] = []
  for (const { id, size } of [...files].sort((a, b) => a.used - b.used)) {
    if (total <= room * downTo) break
    if (stays(id)) continue
    gone.push(id)
    total -= size
  }
  return gone
}
