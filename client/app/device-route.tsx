/** The device page with the calls it makes. Loaded only when it is opened. */
import { useNavigate } from '@solidjs/router'
import { DevicePage, type DevicePageProps } from '#client/features/device/device.page.tsx'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { createWorkspaceCalls } from './workspace-calls.ts'

export interface DeviceRouteProps extends Omit<
  DevicePageProps,
  'workspaces' | 'now' | 'onDevices'
> {
  readonly environment: DeviceEnvironment
  readonly workspaceName: () => string
}

export function DeviceRoute(props: DeviceRouteProps) {
  const { environment, replica } = props
  const calls = createWorkspaceCalls(environment, replica.identity, () => props.workspaceName())
  const navigate = useNavigate()
  return (
    <DevicePage
      {...props}
      workspaces={calls}
      now={environment.now}
      onDevices={() => navigate(`/people/${replica.identity.member}`)}
    />
  )
}
