/** The page of the team's SOP, bound to this device's copy of the workspace. */
import { useNavigate } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { SopPage } from '#client/features/tasks/sop/sop.page.tsx'
import { followSop } from '#client/live/follow-sop.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { Replica } from '#client/replica/replica.ts'
import { sopHashOf, sopIdOf } from '#shared/domain/tasks/sop-text.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { hashToText } from '#shared/records/texts.ts'
import { createSopCalls } from './sop-calls.ts'

export interface SopRouteProps {
  readonly replica: Replica
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  readonly mayChange: boolean
  readonly nameOf: (member: string) => string
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
}

export function SopRoute(props: SopRouteProps) {
  const navigate = useNavigate()
  const sop = followSop(props.replica.records, () => props.documents)
  const hashes = createMemo(
    () =>
      new Map(
        props.documents.flatMap(({ summary }) =>
          summary.kind === 'sop'
            ? [[sopIdOf(summary.text), hashToText(sopHashOf(summary.text))] as const]
            : [],
        ),
      ),
  )
  const calls = createSopCalls(
    props.replica,
    () => props.mayChange,
    (version) => hashes().get(version) ?? null,
  )
  return (
    <SopPage
      sop={sop()}
      calls={calls}
      nameOf={props.nameOf}
      onBack={() => (history.length > props.arrivedHere ? history.back() : navigate('/settings'))}
    />
  )
}
