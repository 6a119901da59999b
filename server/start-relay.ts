/**
 * Starts a relay from an environment: opens the data, listens, says where it is, and ends cleanly. Also the restore,
 * which swaps the database under a listening server. Left out: signals (main.ts).
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import type { Logger } from 'pino'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { createApp } from './app.ts'
import { openEngine, type Engine, type EngineParts } from './engine.ts'
import type { Environment } from './environment.ts'
import type { AppDeps, Sentence } from './http/deps.ts'
import { createMetrics } from './http/metrics.ts'
import { createRates } from './http/rates.ts'
import { acceptSockets } from './http/sockets.ts'
import { createLogger } from './logger.ts'
import { removeRelayFile, writeRelayFile } from '#server/log/relay-file.ts'
import { prepareRestore, restoreInto } from '#server/log/restore-into.ts'
import { sayRestoreRefusal } from '#server/log/restore-command.ts'
import { hashSecret } from '#server/relay/sign-in.ts'

const SLOWEST_REQUEST_MS = 18 * 60_000
const IDLE_CONNECTION_MS = 75_000

export interface Relay {
  /** `http://host:port` as this machine reaches it. */
  readonly address: string
  /** The one-time link for the first owner, null once there is one. */
  readonly ownerLink: string | null
  readonly engine: () => Engine
  close(): Promise<void>
}

export interface RelayOptions {
  readonly now?: () => number
  readonly wrapLog?: EngineParts['wrapLog']
  readonly checks?: EngineParts['checks']
  readonly logger?: Logger
}

export async function startRelay(
  environment: Environment,
  options: RelayOptions = {},
): Promise<Relay> {
  const { DATA_DIR: dataDir, HOST: host, PUBLIC_URL: publicUrl } = environment
  const now = options.now ?? Date.now
  const logger = options.logger ?? createLogger(environment.LOG_LEVEL)
  const metrics = createMetrics({
    sockets: () => engine.hub.sockets(),
    rooms: () => engine.hub.rooms(),
    isGreen: () => engine.hub.health.isGreen(),
    canStoreFiles: () => engine.files.canStore(),
    missingFiles: () => engine.missingFiles(),
  })
  const open = async (): Promise<Engine> => {
    const opened = await openEngine({
      dataDir,
      address: publicUrl,
      now,
      fault: (error, during) => logger.error({ err: error, during }, 'something failed'),
      count: metrics.counted,
      ...(options.wrapLog === undefined ? {} : { wrapLog: options.wrapLog }),
      ...(options.checks === undefined ? {} : { checks: options.checks }),
    })
    opened.hub.health.observe.commit = metrics.committed
    return opened
  }
  let engine = await open()
  const restore = async (file: string): Promise<Result<unknown, Sentence>> => {
    // What could not be copied is told by the restore itself.
    await prepareRestore(dataDir, file).catch(() => undefined)
    await engine.close('restoring')
    const restored = restoreInto(dataDir, file, now())
    engine = await open()
    return restored.ok ? ok(restored.value) : refuse(sayRestoreRefusal(restored.refusal))
  }
  const secret = randomBytes(32).toString('base64url')
  const linkBase = (): string => publicUrl ?? `http://localhost:${portOf(server)}`
  const server = await listen({
    deps: {
      engine: () => engine,
      now,
      publicUrl,
      listening: () => ({ host, port: portOf(server) }),
      ownerFound: () => (ownerLink = null),
      clientDir: clientDir(),
      metrics: metrics.registry,
      filed: metrics.filed,
      logger,
      admin: { secret, restore, ownerLink: () => makeOwnerLink(engine, linkBase()) },
    },
    environment,
  })
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${portOf(server)}`
  let ownerLink = (await engine.directory.hasOwner())
    ? null
    : await makeOwnerLink(engine, linkBase())
  writeRelayFile(dataDir, {
    pid: process.pid,
    adminUrl: `http://127.0.0.1:${portOf(server)}`,
    secret,
  })
  return {
    address,
    get ownerLink() {
      return ownerLink
    },
    engine: () => engine,
    async close() {
      server.close()
      await engine.close('shutting-down')
      server.closeAllConnections()
      removeRelayFile(dataDir, process.pid)
    },
  }
}

function listen({
  deps,
  environment,
}: {
  deps: AppDeps
  environment: Environment
}): Promise<Server> {
  const rates = createRates(deps.now)
  const made = createAdaptorServer({ fetch: createApp(deps, rates).fetch, createServer })
  if (!('closeAllConnections' in made)) throw new Error('an HTTP/1 server was expected')
  const server = made
  // The largest file at 20 kB a second; who sends nothing at all is cut off long before (http/files.ts).
  server.requestTimeout = SLOWEST_REQUEST_MS
  // Longer than a proxy keeps an idle connection: the one that uses it must be the one that ends it.
  server.keepAliveTimeout = IDLE_CONNECTION_MS
  acceptSockets(server, {
    engine: deps.engine,
    publicUrl: deps.publicUrl,
    allowQueryToken: environment.ALLOW_QUERY_TOKEN,
    rates,
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(environment.PORT, environment.HOST, () => resolve(server))
  })
}

/** Of the links only the last is good, and only its hash is kept: at every start while nobody owns the relay there is a new one. */
async function makeOwnerLink({ directory }: Engine, base: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await directory.setOwnerSecret(hashSecret(secret))
  return `${base}/join#owner.${secret}`
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Beside the built relay, or beside its source. */
function clientDir(): string {
  const built = fileURLToPath(new URL('../client', import.meta.url))
  const fromSource = fileURLToPath(new URL('../dist/client', import.meta.url))
  return import.meta.url.endsWith('.ts') || !existsSync(built) ? fromSource : built
}
