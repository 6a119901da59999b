/** The price table, bound to this device's copy of the workspace. */
import { useNavigate } from '@solidjs/router'
import { PricesPage } from '#client/features/estimates/prices.page.tsx'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import { pricesDocument } from '#shared/lib/document-kinds.ts'

export interface PricesRouteProps {
  readonly replica: Replica
  readonly mayChange: boolean
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
}

export function PricesRoute(props: PricesRouteProps) {
  const navigate = useNavigate()
  const live = useDocument(props.replica, pricesDocument(props.replica.identity.workspace.id))
  return (
    <PricesPage
      doc={live.doc()}
      mayChange={props.mayChange && live.canWrite()}
      onBack={() => (history.length > props.arrivedHere ? history.back() : navigate('/settings'))}
    />
  )
}
