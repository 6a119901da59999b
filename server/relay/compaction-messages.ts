/** What the relay and its worker thread say to each other. Other slow work joins these unions. */
/**
 * unreadable: a row or the snapshot makes Yjs throw. incomplete: something refers to what is not there. differs: the
 * merge is not what the rows give. failed: the thread ended or took too long, or the log could not be read or written.
 */
export type CompactionFault = 'unreadable' | 'incomplete' | 'differs' | 'failed'

export type ToWorker = {
  readonly kind: 'compact'
  readonly job: number
  readonly snapshot: Uint8Array | null
  /** Each row's bytes behind their length (lib0 varUint8Array), oldest first. */
  readonly rows: Uint8Array
}

export type FromWorker =
  | { readonly kind: 'compacted'; readonly job: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'fault'
      readonly job: number
      readonly fault: CompactionFault
      readonly detail: string
    }
