/**
 * What the scenarios ask of every relay's protocol: join a document, push updates, hear updates, fetch stored
 * documents over one socket. One adapter per protocol; no Y.Doc on this path.
 */
export interface Listener {
  /** An update of the document, stored or new. The bytes are a view, gone after the call. */
  update(bytes: Uint8Array): void
  /** `count` more of this link's pushes are acknowledged, oldest first. Never called where a relay has none. */
  acknowledged?(count: number): void
  /** The relay refused a push or closed the socket. */
  lost?(why: string): void
}

export interface Link {
  /** Queued until `flush`. */
  push(update: Uint8Array): void
  flush(): boolean
  drained(): Promise<void>
  /** Payload bytes heard so far. */
  received(): number
  close(): void
}

export interface Wire {
  readonly acknowledges: boolean
  /** One socket of its own for one document; resolves when everything stored has been heard. `client` is the writer's Yjs clientID. */
  join(doc: string, client: number, listener: Listener): Promise<Link>
  /** Stored documents over one socket; `arrived` is told each document once complete, with its updates. */
  fetch(
    docs: readonly string[],
    arrived: (doc: string, updates: Uint8Array[]) => void,
  ): Promise<void>
}

export interface Entrance {
  readonly port: number
  /** How many sockets the scenario will open, for relays that must let people in first. */
  readonly sockets: number
  /** Where what was arranged for this data folder is remembered (keys of people who joined). */
  readonly folder: string
}
