/** The demo as the screens ask for it: opened from the first screen, deleted from the device's page. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { language } from '#client/i18n/language.ts'
import { databaseName } from '#client/replica/disk-schema.ts'
import { filesDatabaseName } from '#client/replica/files/disk-files.ts'
import { deskName } from '#client/replica/desk.ts'
import { openIdentities, type Identity } from '#client/replica/identity.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { CallRefusal } from '#client/replica/join.ts'
import type { Result } from '#shared/lib/result.ts'
import { openDemo } from '#client/live/demo/make-demo.ts'

const names = {
  zh: { workspace: '山屿家居（演示）', me: '陈思远' },
  en: { workspace: 'Shanyu Home (demo)', me: '陈思远' },
} as const

export const startDemo = (environment: DeviceEnvironment): Promise<Result<Identity, CallRefusal>> =>
  openDemo(environment, names[language()])

/** Gone from this device with everything done in it; the page starts anew. */
export async function deleteDemo(environment: DeviceEnvironment, replica: Replica): Promise<void> {
  const { id } = replica.identity.workspace
  await replica.close()
  const identities = await openIdentities(environment)
  await identities.remove(id)
  identities.close()
  await Promise.all(
    [databaseName(id), filesDatabaseName(id), deskName(id)].map((name) =>
      deleted(environment, name),
    ),
  )
  location.assign('/')
}

/** A tab that holds it open lets it go when it hears of it; nothing waits for one that does not. */
const deleted = ({ indexedDB }: DeviceEnvironment, name: string): Promise<void> =>
  new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(name)
    for (const done of ['success', 'error', 'blocked'])
      asked.addEventListener(done, () => resolve())
  })
