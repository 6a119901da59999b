/** Files before their code is there, which comes after the first screen. Until then nothing is called safe (status.ts). */
import type { DocName } from '#shared/lib/ids.ts'
import type { DeskNotes } from './desk.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Files } from './files/files.ts'
import type { ReplicaFiles } from './files/replica-files.ts'
import type { Identity } from './identity.ts'
import type { Lead } from './lead.ts'
import type { Link } from './link.ts'
import type { Rights } from './rights.ts'
import type { Status } from './status.ts'

export interface FilesLaterParts {
  readonly environment: DeviceEnvironment
  readonly identity: Pick<Identity, 'workspace'>
  readonly link: Pick<Link, 'token' | 'state' | 'welcome'>
  readonly lead: Pick<Lead, 'held' | 'ask'>
  readonly rights: Pick<Rights, 'mayHold'>
  readonly desk: Pick<DeskNotes, 'isPinned'>
  readonly status: Pick<Status, 'noteUnsentFiles'>
  /** Bytes that files may take. */
  room(): Promise<number>
  /** Other tabs look again. */
  tell(): void
}

export interface FilesLater {
  /** The same one each time. */
  files(): Promise<ReplicaFiles>
  wake(): void
  /** Rows of it came. */
  touch(doc: DocName): void
  heard(): void
  withdraw(docs: readonly DocName[]): void
  stop(): void
}

export function createFilesLater(parts: FilesLaterParts): FilesLater {
  let made: Promise<Files> | null = null
  let stopped = false
  const sayFault = (fault: unknown): void => console.error('files are not looked after', fault)
  const make = (): Promise<Files> => {
    made ??= import('./files/files.ts').then(async ({ createFiles }) => {
      const { environment, identity, link, lead, rights, desk, status } = parts
      const files = await createFiles({
        ...{ environment, identity },
        token: link.token,
        epoch: () => (link.state() === 'ready' ? (link.welcome()?.epoch ?? null) : null),
        leads: lead.held,
        askLead: lead.ask,
        mayHold: rights.mayHold,
        isPinned: desk.isPinned,
        noteUnsent: status.noteUnsentFiles,
        room: parts.room,
        tell: parts.tell,
      })
      if (stopped) files.close()
      return files
    })
    made.catch((fault: unknown) => {
      made = null
      sayFault(fault)
    })
    return made
  }
  const once = (act: (files: Files) => unknown): void => {
    if (!stopped) make().then(act).catch(sayFault)
  }
  return {
    files: make,
    wake: () => once((files) => files.wake()),
    touch(doc) {
      // Before its code is there nobody waits for a file.
      if (made !== null) once((files) => files.touched(doc))
    },
    heard: () => once((files) => files.heard()),
    withdraw: (docs) => once((files) => files.withdraw(docs)),
    stop() {
      stopped = true
      made?.then((files) => files.close()).catch(() => undefined)
    },
  }
}
