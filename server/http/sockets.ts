/**
 * The upgrade to WebSocket: origin, path and token are read here, the raw stream is handed on so that the relay can
 * write finished frames to it. What ws refuses by itself closes with our codes.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { kindOf } from '#shared/lib/document-kinds.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { limits } from '#shared/protocol/limits.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { SUBPROTOCOL } from '#shared/protocol/version.ts'
import type { Engine } from './deps.ts'
import type { Rates } from './rates.ts'
import { isOriginRight, readUrl, signedHost, visitOf } from './visit.ts'

export interface SocketDeps {
  readonly engine: () => Engine
  readonly publicUrl: string | undefined
  readonly allowQueryToken: boolean
  readonly rates: Rates
}

/** ws's own codes for frames it refuses, as ours. */
const ownCodes: Readonly<Record<number, keyof typeof closeCodes>> = {
  1002: 'malformed',
  1007: 'malformed',
  1009: 'too-large',
}

class RelaySocket extends WebSocket {
  override close(code?: number, words?: string | Buffer): void {
    const reason = code === undefined ? undefined : ownCodes[code]
    if (reason === undefined) super.close(code, words)
    else super.close(closeCodes[reason], reason)
  }
}

export function acceptSockets(server: Server, deps: SocketDeps): void {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    clientTracking: false,
    WebSocket: RelaySocket,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    raw.on('error', () => undefined)
    const visit = visitOf(request)
    const wait = deps.rates.upgrade(visit.countedAs)
    if (wait !== null) return turnAway(raw, '429 Too Many Requests', `retry-after: ${wait}\r\n`)
    if (!isOriginRight(visit, deps.publicUrl)) return turnAway(raw, '403 Forbidden')
    const url = readUrl(request.url ?? '', 'http://relay')
    const doc = /^\/doc\/([^/]+)$/.exec(url?.pathname ?? '')?.[1]
    if (url === null || (url.pathname !== '/sync' && doc === undefined))
      return turnAway(raw, '404 Not Found')
    if (doc !== undefined && !isServed(doc)) return turnAway(raw, '404 Not Found')
    sockets.handleUpgrade(request, raw, head, (socket) => {
      const { hub } = deps.engine()
      const from = visit.countedAs
      if (doc === undefined) hub.acceptSync(socket, raw, signedHost(visit, deps.publicUrl), from)
      else hub.acceptPlain(socket, raw, doc, tokenOf(request, url, deps.allowQueryToken), from)
    })
  })
}

/** `bearer.<token>` among the subprotocols; in the query only where that is switched on. */
function tokenOf(request: IncomingMessage, url: URL, allowQueryToken: boolean): string {
  const offered = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((one) => one.trim())
  const bearer = offered.find((one) => one.startsWith('bearer.'))
  if (bearer !== undefined) return bearer.slice('bearer.'.length)
  return allowQueryToken ? (url.searchParams.get('token') ?? '') : ''
}

function turnAway(
  raw: Duplex,
  status: '403 Forbidden' | '404 Not Found' | '429 Too Many Requests',
  header = '',
): void {
  raw.end(`HTTP/1.1 ${status}\r\n${header}connection: close\r\ncontent-length: 0\r\n\r\n`)
}

function isServed(doc: string): boolean {
  const name = docNameSchema.safeParse(doc)
  return name.success && kindOf(name.data) !== null
}
