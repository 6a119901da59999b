/** The workspaces of this device as its page shows them, bound to the browser. */
import type { WorkspaceCalls } from '#client/features/device/workspaces-section.tsx'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { openIdentities } from '#client/replica/identity.ts'
import type { Replica } from '#client/replica/replica.ts'
import { relayState, shareWorkspace } from '#client/replica/join.ts'
import { openWorkspace } from './which-workspace.ts'

/** `nameNow`: the current one's name may have changed since it was founded. */
export function createWorkspaceCalls(
  environment: DeviceEnvironment,
  replica: Replica,
  nameNow: () => string,
): WorkspaceCalls {
  const shown = replica.identity
  return {
    async list() {
      const identities = await openIdentities(environment)
      const all = await identities.list()
      identities.close()
      return all.map(({ workspace: { id, name }, alone, demo }) => {
        const isCurrent = id === shown.workspace.id
        const isDemo = demo === true
        const isAlone = alone === true && !isDemo
        return { id, name: isCurrent ? nameNow() : name, isCurrent, isAlone, isDemo }
      })
    },
    open: openWorkspace,
    async deleteDemo() {
      const { deleteDemo } = await import('./demo-calls.ts')
      await deleteDemo(environment, replica)
    },
    async share() {
      const state = await relayState(environment)
      if (!state.ok) return 'unreachable'
      if (state.value.owner !== 'open') return 'needs-owner-link'
      const shared = await shareWorkspace(environment, shown, null)
      if (!shared.ok) return shared.refusal.code === 'unreachable' ? 'unreachable' : 'refused'
      // With the relay behind it the app starts anew.
      location.reload()
      return null
    },
  }
}
