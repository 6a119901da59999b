/** Who is calling and under which name they reached the relay: address, host, origin, bearer. Trusts no forwarded header. */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

export interface Visit {
  /** The peer's address. */
  readonly address: string
  /** The Host header, lower case. */
  readonly host: string
  readonly origin: string | null
  readonly isForwarded: boolean
  /** Whose tries are counted: behind a proxy on this machine, whom the proxy names last. Decides nothing else. */
  readonly countedAs: string
}

/** What proxies and tunnels add of their own, beside `X-Forwarded-…`. */
const forwarding: ReadonlySet<string> = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
])

export function visitOf(request: IncomingMessage): Visit {
  const { headers } = request
  const address = request.socket.remoteAddress ?? ''
  const named =
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? ''
  return {
    address,
    countedAs: callerOf((isLoopback(address) ? addressIn(named) : null) ?? address),
    host: (headers.host ?? '').toLowerCase(),
    origin: headers.origin ?? null,
    isForwarded: Object.keys(headers).some(
      (name) => name.startsWith('x-forwarded-') || forwarding.has(name),
    ),
  }
}

/** What a proxy named, with or without a port; null for what is no address, so that nothing long or made up is remembered. */
function addressIn(named: string): string | null {
  const bare =
    /^\[([^\]]+)\](?::\d+)?$/.exec(named)?.[1] ?? /^([\d.]+):\d+$/.exec(named)?.[1] ?? named
  return isIP(bare) === 0 ? null : bare
}

/** Whoever has one IPv6 address has the 2^64 beside it, so the network is counted. An IPv4 address has one form. */
function callerOf(address: string): string {
  const four = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (four !== undefined) return four
  const [bare = ''] = address.split('%')
  if (isIP(bare) !== 6) return address
  const [head = '', tail] = bare.toLowerCase().split('::')
  const groups = (text: string | undefined): string[] =>
    (text ?? '').split(':').filter((group) => group !== '')
  const before = groups(head)
  const after = groups(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const network = [...before, ...zeros, ...after].slice(0, 4)
  return `${network.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

export const isLoopback = (address: string): boolean =>
  address === '::1' || address === 'localhost' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address)

/** An origin that is present must be the public address, or the host the request came to. */
export function isOriginRight({ origin, host }: Visit, publicUrl: string | undefined): boolean {
  if (origin === null) return true
  const from = readUrl(origin)
  if (from === null) return false
  return (
    from.host === host || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin)
  )
}

/** The host a device must have signed for. */
export const signedHost = ({ host }: Visit, publicUrl: string | undefined): string =>
  publicUrl === undefined ? host : new URL(publicUrl).host

/**
 * Whether the first visitor may become the owner without the owner link: only somebody sitting at this machine.
 * Behind a proxy or in a container everybody seems to come from 127.0.0.1, and a rebound name reaches it. A proxy may
 * send its own Host and no header of its own, but it passes on what the browser says of the page's address.
 */
export function mayOwnWithoutLink(
  visit: Visit,
  listening: { readonly host: string; readonly port: number },
  publicUrl: string | undefined,
): boolean {
  const { address, host, origin, isForwarded } = visit
  // A public address elsewhere means a proxy, and some proxies send their own Host and no forwarded header.
  if (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)) return false
  const names = [`localhost:${listening.port}`, `127.0.0.1:${listening.port}`]
  return (
    isLoopback(listening.host) &&
    isLoopback(address) &&
    !isForwarded &&
    names.includes(host) &&
    origin === `http://${host}`
  )
}

export function bearerOf(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9_-]{1,1024})$/.exec(header ?? '')?.[1] ?? null
}

/** Null for what is no address; `base` for one that is only a path. */
export function readUrl(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null
}
