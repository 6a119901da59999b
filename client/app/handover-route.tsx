/** The handover page with what it shows: reckoned from this device, values that lost a merge looked for behind it. */
import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { HandoverPage } from '#client/features/tasks/handover/handover.page.tsx'
import { handoverWords } from '#client/features/tasks/handover/words.ts'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { createLostOfMine, lostSearched } from '#client/live/lost-of-mine.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { Replica } from '#client/replica/replica.ts'
import { longestAwayMs } from '#shared/domain/handover/away.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { personDocument } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { createBulkCalls } from './bulk-calls.ts'
import { HandoverLost } from './handover-lost.tsx'
import type { Inbox } from './inbox.ts'
import { createPutBackCalls } from './put-back-calls.ts'

export interface HandoverRouteProps {
  readonly replica: Replica
  readonly inbox: Inbox
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  readonly people: readonly Person[]
  readonly tasks: readonly ListedTask[]
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
  readonly now: () => number
  readonly onBack: () => void
}

/** What waits and who leaves when is told in minutes. */
const tickMs = 30_000

export function HandoverRoute(props: HandoverRouteProps) {
  const words = useWords(handoverWords)
  const { member } = props.replica.identity
  const { handover, keeping } = props.inbox
  const [now, setNow] = createSignal(props.now())
  const timer = setInterval(() => setNow(props.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  createEffect(() => {
    // Again when the hours begin while it is open.
    handover.away()
    handover.noteRead()
  })
  const [turn, setTurn] = createSignal(0)
  onCleanup(keeping.visits.subscribe(() => void setTurn((count) => count + 1)))
  const listed = (name: DocName) => props.tasks.find((task) => task.name === name) ?? null
  const calls = createPutBackCalls(
    props.replica,
    keeping.visits,
    listed,
    createBulkCalls(props.replica, () => props.people, listed),
  )
  const lost = createLostOfMine(props.replica.history, member)
  createEffect(() => lost.search(props.documents, props.now() - longestAwayMs))
  const found = createMemo(() => {
    turn()
    return lost.found().flatMap((one) => {
      const open = one.lost.filter((value) => !calls.isLeft(one.name, value))
      return open.length === 0 ? [] : [{ ...one, lost: open }]
    })
  })
  const searching = (): string | null => {
    const { all, done } = lost.searched()
    if (done < Math.min(all, lostSearched))
      return words().searching(formatNumber(done), formatNumber(all))
    return all > lostSearched
      ? words().searchedPart(formatNumber(lostSearched), formatNumber(all))
      : null
  }
  const hasHours = createMemo(() => {
    const own = props.documents.find(({ name }) => name === personDocument(member))?.summary
    return own?.kind === 'person' && own.timeZone !== null
  })
  const reckoned = createMemo(() => {
    now()
    return handover.now()
  })
  return (
    <HandoverPage
      handover={reckoned()}
      since={handover.away().since}
      me={member}
      hasHours={hasHours()}
      unread={props.inbox.unread()}
      nameOf={props.nameOf}
      titleOf={props.titleOf}
      now={now()}
      lost={
        found().length === 0 ? null : (
          <HandoverLost
            found={found()}
            calls={calls}
            tasks={props.tasks}
            nameOf={props.nameOf}
            titleOf={props.titleOf}
          />
        )
      }
      searching={searching()}
      onBack={props.onBack}
    />
  )
}
