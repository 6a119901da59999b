/**
 * What a browser may do with the app's pages: nothing but scripts, styles, pictures, workers and connections of this
 * address, and pictures a page makes itself. Nothing inline, no frames, no forms sent anywhere, none of the sensors.
 */
import type { Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './deps.ts'
import { signedHost, visitOf } from './visit.ts'

export function securityHeaders(publicUrl: string | undefined) {
  /** Safari does not count sockets of the same address to `'self'`. */
  const socketsOf =
    (scheme: 'ws' | 'wss') =>
    ({ env }: Context<AppEnv>): string => {
      const host = signedHost(visitOf(env.incoming), publicUrl)
      return /^[a-z0-9.:[\]-]+$/.test(host) ? `${scheme}://${host}` : "'self'"
    }
  return secureHeaders({
    referrerPolicy: 'no-referrer',
    // The relay may stand behind plain http on a LAN: https is the proxy's business.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      connectSrc: ["'self'", socketsOf('ws'), socketsOf('wss')],
      imgSrc: ["'self'", 'blob:'],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: {
      camera: false,
      microphone: false,
      geolocation: false,
      payment: false,
      usb: false,
    },
  })
}
