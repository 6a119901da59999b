/** The people page with the calls it makes. Loaded only when it is opened. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Replica } from '#client/replica/replica.ts'
import { PeoplePage } from '#client/features/people/people.page.tsx'
import type { Person } from '#shared/protocol/control.ts'
import { createInviteCalls } from './join-calls.ts'

export function PeopleRoute(props: {
  readonly replica: Replica
  readonly environment: DeviceEnvironment
  readonly people: readonly Person[]
  readonly signedIn: boolean
}) {
  const { replica, environment } = props
  const calls = createInviteCalls(environment, replica.sessionToken)
  return (
    <PeoplePage
      people={props.people}
      me={replica.identity.member}
      access={replica.access()}
      calls={calls}
      signedIn={props.signedIn}
      now={environment.now}
    />
  )
}
