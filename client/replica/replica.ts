/** What the screens see of this device's copy of a workspace. Left out: how it is put together (open-replica.ts). */
import type { DocumentKind } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { Access } from '#shared/protocol/names.ts'
import type { Records } from './kept-records.ts'
import type { Mappings } from './desk-mappings.ts'
import type { SavedViews } from './desk-views.ts'
import type { Dismissible } from './desk.ts'
import type { ToldDevices } from './devices.ts'
import type { OpenDocument } from './documents.ts'
import type { EditDocuments, ReadDocuments } from './edit-documents.ts'
import type { ReplicaFiles } from './files/replica-files.ts'
import type { History } from './history.ts'
import type { Identity } from './identity.ts'
import type { IndexEntry } from './index-rows.ts'
import type { MakeDocuments } from './new-documents.ts'
import type { RoomCalls } from './keeping.ts'
import type { RightsView } from './rights.ts'
import type { DocStatus, OverallStatus } from './status.ts'
import type { OutRow, RefusedRow } from './store.ts'
import type { ReadWhole } from './whole-documents.ts'
import type { TalkKeeping } from './talk-keeping.ts'

export interface Replica {
  readonly identity: Identity
  openDocument(name: DocName): OpenDocument
  newDocumentName(kind: DocumentKind): DocName
  /** Makes many documents by one act: all of them are on the device, or none is. */
  readonly makeDocuments: MakeDocuments
  /** Changes many documents by one act: all of it is on the device, or nothing is. */
  readonly editDocuments: EditDocuments
  /** Looks into many documents without opening them. */
  readonly readDocuments: ReadDocuments
  /** Documents as they are at the relay, or here where it cannot be asked; nothing of what is asked for is kept. */
  readonly wholeDocuments: ReadWhole
  readonly index: {
    list(): readonly IndexEntry<unknown>[]
    subscribe(listener: () => void): () => void
  }
  readonly status: {
    of(name: DocName): DocStatus
    overall(): OverallStatus
    subscribe(listener: () => void): () => void
  }
  readonly people: {
    list(): readonly Person[]
    subscribe(listener: () => void): () => void
  }
  /** Who changed what of a document and when, and what it was then; from this device alone. */
  readonly history: History
  /** The same one each time. */
  talks(): Promise<TalkKeeping>
  /** Signed facts: made here, fetched from the relay, verified by anybody. */
  readonly records: Records
  /** Files that documents refer to; the same one each time. */
  files(): Promise<ReplicaFiles>
  /** Somebody's devices, where this person may revoke them; null where the relay cannot be asked and has not told before. */
  devices(member: MemberId): Promise<ToldDevices | null>
  access(): Access
  /** What this member may read and write, as the relay last said. */
  readonly rights: RightsView
  /** Under what address others open this workspace, `https://brief.example`; offline as it was last told. */
  address(): Promise<string>
  /** How much of the workspace is kept on this device, and why; a change is told by `pins.subscribe`. */
  room(): Promise<RoomCalls>
  /** Documents this person wants on this device whatever happens. */
  readonly pins: {
    has(name: DocName): boolean
    set(name: DocName, on: boolean): void
    list(): readonly DocName[]
    subscribe(listener: () => void): () => void
  }
  /** The bearer of HTTP calls as this device; null while signed out or not yet signed in. */
  sessionToken(): string | null
  /** Questions this person wants to be asked no more, on this device. */
  readonly dismissed: {
    has(question: Dismissible): boolean
    add(question: Dismissible): void
    subscribe(listener: () => void): () => void
  }
  /** What this person changes of the team's SOP before it is published, as it was kept; on this device alone. */
  readonly sopDraft: {
    get(): unknown
    /** Null: there is none. */
    keep(draft: unknown): void
    subscribe(listener: () => void): () => void
  }
  /** What this person said of the columns of imported lists, by their set of headings; on this device. */
  readonly mappings: Mappings
  /** Looks at the tasks this person gave a name to; on this device. */
  readonly views: SavedViews
  /** A person asks to connect again, also after a final close. */
  retry(): void
  refused(): Promise<readonly RefusedRow[]>
  /** What of documents has not been sent, oldest first: for the day on which nothing will be sent any more. */
  unsent(): Promise<readonly OutRow[]>
  /** Puts what was refused of `name` into it again, and sends it again. */
  retryRefused(name: DocName): Promise<void>
  /** Lets go of what was refused of `name`, for good. */
  discardRefused(name: DocName): Promise<void>
  /** A file with everything of `name` the relay does not have: refused, still waiting, or in memory only. */
  exportRefused(name: DocName): Promise<Uint8Array<ArrayBuffer>>
  /** A file with everything this device holds of the workspace. Works offline, signed out and with a full or lost disk. */
  exportDevice(): Promise<Blob>
  /** A person was told of what `status` says was read again. */
  seeReread(): Promise<void>
  /** Writes now what is gathered in any open document; true when all of it is on the device. */
  whenStored(): Promise<boolean>
  /** Changes of this document were refused and it was rebuilt without them. */
  onRefused(
    listener: (rows: { name: DocName; moved: number; reason: RefusedRow['reason'] }) => void,
  ): () => void
  /** Writes what is gathered, then lets go of everything. */
  close(): Promise<void>
}

export interface TypedReplica<Summary> extends Replica {
  readonly index: {
    list(): readonly IndexEntry<Summary>[]
    subscribe(listener: () => void): () => void
  }
}
