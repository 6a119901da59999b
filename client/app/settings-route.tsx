/** The workspace's settings, and the phrase book behind them: the address says which. */
import { useLocation, useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { PhrasesPage } from '#client/features/workspace/phrases.page.tsx'
import { SettingsPage } from '#client/features/workspace/settings.page.tsx'
import type { Replica } from '#client/replica/replica.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { useBackToMore } from './use-back-to-more.ts'

export interface SettingsRouteProps {
  readonly replica: Replica
  /** The workspace's document. */
  readonly name: DocName
  readonly mayChange: boolean
  readonly knowsPrices: boolean
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
}

export function SettingsRoute(props: SettingsRouteProps) {
  const [location, navigate] = [useLocation(), useNavigate()]
  const more = useBackToMore(props.arrivedHere)
  const back = (): void =>
    history.length > props.arrivedHere ? history.back() : navigate('/settings')
  return (
    <Show
      when={location.pathname === '/settings/phrases'}
      fallback={<SettingsPage {...props} back={more} />}
    >
      <PhrasesPage {...props} onBack={back} />
    </Show>
  )
}
