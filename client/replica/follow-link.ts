/** What the link's messages and states mean for the parts of this device's copy. Left out: the link itself (link.ts). */
import { beginSync, type BeginParts } from './begin-sync.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Documents } from './documents.ts'
import { compareAll } from './epoch.ts'
import type { RelayMessage } from './messages.ts'
import type { RecordSync } from './records.ts'
import type { Outbox } from './outbox.ts'
import type { Questions } from './questions.ts'

export interface FollowLinkParts extends BeginParts {
  readonly questions: Questions
  readonly outbox: Pick<Outbox, 'stop'>
  readonly documents: Pick<Documents, 'askAll' | 'askAgain'>
  readonly records: Pick<RecordSync, 'receive' | 'lose'>
  /** Who reads the relay's messages, in this order. */
  readonly readers: readonly { receive(message: RelayMessage): void }[]
  /** There may be work for the tab that leads. */
  askLead(): void
  /** Nothing came for a while: fetching looks what there still is. */
  quiet(): void
}

export function followLink(parts: FollowLinkParts): void {
  const { link, status, questions, documents, records } = parts
  if (link.state() === 'alone') status.noteLink('alone')
  /** Of these the restored relay lacks what only others may bring. */
  let owed: readonly DocName[] = []
  let isComparing = false
  let again = false
  const compareAgain = async (): Promise<void> => {
    again = true
    if (isComparing) return
    isComparing = true
    try {
      while (again && owed.length > 0) {
        again = false
        owed = (await compareAll(parts, parts.now(), owed)) ?? []
      }
    } catch (fault) {
      console.error('this device could not be compared again', fault)
    } finally {
      isComparing = false
    }
  }
  link.onMessage((message) => {
    for (const reader of parts.readers) reader.receive(message)
    if (message.kind === 'record-rows') records.receive(message.rows)
    if (message.kind === 'news') {
      parts.askLead()
      void compareAgain()
    }
    // The relay could not read; whoever waits asks again with the next check.
    if (message.kind === 'problem') {
      console.error(`the relay did not act on a message: ${message.code}`)
      if (message.code === 'read-failed') {
        questions.lose()
        records.lose()
        documents.askAgain()
      }
    }
  })
  link.onState((state) => {
    status.noteLink(state === 'ready' ? 'connecting' : state)
    if (state === 'ready') {
      beginSync(parts).then(
        (left) => {
          owed = left
          void compareAgain()
        },
        (fault: unknown) => console.error('this device could not begin to sync', fault),
      )
    } else {
      owed = []
      parts.outbox.stop()
      questions.lose()
      records.lose()
    }
  })
  link.onQuiet(() => {
    documents.askAll()
    parts.askLead()
    parts.quiet()
  })
}
