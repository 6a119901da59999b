/** What the HTTP side needs of the relay. The engine changes with a restore, so it is asked for each time. */
import type { HttpBindings } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Directory } from '#server/directory/directory.ts'
import type { Files } from '#server/files/files.ts'
import type { Log } from '#server/log/log.ts'
import type { Hub } from '#server/relay/hub.ts'
import type { Result } from '#shared/lib/result.ts'

export interface Engine {
  readonly directory: Directory
  readonly hub: Hub
  readonly log: Pick<Log, 'isElsewhere'>
  readonly files: Files
  endRecovery(): boolean
}

export interface Sentence {
  readonly zh: string
  readonly en: string
}

export type Filed = 'put' | 'attached' | 'read'

export interface AppDeps {
  readonly engine: () => Engine
  readonly now: () => number
  readonly publicUrl: string | undefined
  readonly listening: () => { readonly host: string; readonly port: number }
  /** An owner has joined: the owner link is worth nothing any more. */
  readonly ownerFound: () => void
  /** Folder of the built app. */
  readonly clientDir: string
  readonly metrics: Registry
  /** Counts what was done with a file, and its bytes. */
  readonly filed: (did: Filed, bytes: number) => void
  readonly logger: Logger
  readonly admin: {
    readonly secret: string
    restore(file: string): Promise<Result<unknown, Sentence>>
    /** For the founder of one more workspace; ends the link before. */
    ownerLink(): Promise<string>
  }
}

export interface AppEnv {
  Bindings: HttpBindings
}
