/** What filling the demo works with. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { FileStore } from '#client/replica/files/file-store.ts'
import type { Identity } from '#client/replica/identity.ts'
import type { Store } from '#client/replica/store.ts'
import type { CastMember } from './demo-cast.ts'

export interface DemoParts {
  readonly environment: DeviceEnvironment
  readonly identity: Identity
  readonly store: Store
  readonly files: FileStore
  readonly cast: readonly CastMember[]
  /** `2026-12-08`. */
  readonly today: string
}
