/** The workspace's invites as a signal, read from the records on this device. Left out: which of them are shown. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { readInvites, type RecordedInvite } from '#shared/records/invites.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import type { Inviting } from './make-invite.ts'

/** `null` until they are read, `unreadable` where they cannot be; follows until the calling view goes. */
export function followInvites({
  identity,
  records,
}: Inviting): Accessor<readonly RecordedInvite[] | 'unreadable' | null> {
  const [invites, setInvites] = createSignal<readonly RecordedInvite[] | 'unreadable' | null>(null)
  let isReading = false
  let again = true
  const read = async (): Promise<void> => {
    again = true
    if (isReading) return
    isReading = true
    try {
      while (again) {
        again = false
        setInvites(readInvites(await records.of(peopleScope(identity.workspace.id))))
      }
    } catch (fault) {
      console.error('the invites on this device could not be read', fault)
      setInvites('unreadable')
    } finally {
      isReading = false
    }
  }
  void read()
  onCleanup(records.subscribe(() => void read()))
  return invites
}
