/**
 * Who this device is, asked until it is known: a busy browser, or a tab that is just making the database, may keep the first
 * question waiting beyond its time (open-database.ts), and without an answer there is no page at all.
 */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { openIdentities, type Identity } from '#client/replica/identity.ts'

const againMs = 500

/** `stuck` is told after each time it did not open. */
export async function listIdentities(
  environment: DeviceEnvironment,
  stuck: () => void,
): Promise<readonly Identity[]> {
  for (;;) {
    try {
      const identities = await openIdentities(environment)
      const all = await identities.list()
      identities.close()
      return all
    } catch (fault) {
      console.error('this device’s workspaces could not be listed', fault)
      stuck()
      await new Promise<void>((resolve) => void environment.after(againMs, resolve))
    }
  }
}
