/** The way in for somebody who is not a member here yet, with the calls it makes. Loaded only then. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { readInviteKey } from '#client/features/people/invite-key.ts'
import { JoinPage } from '#client/features/people/join.page.tsx'
import { createJoinCalls } from './join-calls.ts'
import { LanguageSwitch } from './language-switch.tsx'

export function JoinRoute(props: {
  readonly environment: DeviceEnvironment
  /** What stood behind `#` when the app was opened. */
  readonly fragment: string
  readonly onJoined: (identity: Identity) => void
}) {
  const calls = createJoinCalls(props.environment, (identity) => props.onJoined(identity))
  return <JoinPage calls={calls} invite={readInviteKey(props.fragment)} foot={<LanguageSwitch />} />
}
