/** The device page with the calls it makes. Loaded only when it is opened. */
import { useNavigate } from '@solidjs/router'
import { DevicePage, type DevicePageProps } from '#client/features/device/device.page.tsx'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { useBackToMore } from './use-back-to-more.ts'
import { createWorkspaceCalls } from './workspace-calls.ts'

export interface DeviceRouteProps extends Omit<
  DevicePageProps,
  'workspaces' | 'now' | 'onDevices' | 'back'
> {
  readonly environment: DeviceEnvironment
  readonly workspaceName: () => string
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
  /** For whom the page has a place in a phone's bar. */
  readonly isGuest: boolean
}

export function DeviceRoute(props: DeviceRouteProps) {
  const { environment, replica } = props
  const calls = createWorkspaceCalls(environment, replica, () => props.workspaceName())
  const navigate = useNavigate()
  const back = useBackToMore(props.arrivedHere)
  return (
    <DevicePage
      {...props}
      workspaces={calls}
      now={environment.now}
      back={props.isGuest ? null : back}
      onDevices={() => navigate(`/people/${replica.identity.member}`)}
    />
  )
}
