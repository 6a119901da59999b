/**
 * Where the page was opened: an address a browser trusts, or not; a real browser, or one inside a chat app.
 * Decided before anything else runs, so that a chat app's browser neither uses up an invite nor makes a key.
 */
import { machineName } from '#client/replica/machine-name.ts'

export type Surroundings = 'ready' | 'insecure' | 'in-chat-app' | 'too-old'

export interface Seen {
  readonly userAgent: string
  /** `window.isSecureContext`: https, or localhost. */
  readonly secure: boolean
  readonly hasSubtleCrypto: boolean
  readonly hasLocks: boolean
  readonly hasIndexedDb: boolean
}

/** WeChat says MicroMessenger, its desktop WindowsWechat; Feishu says Lark or Feishu; DingTalk and QQ behave alike. */
const chatApps = /MicroMessenger|WindowsWechat|\bLark\/|\bFeishu\/|DingTalk|\bQQ\//i

export function judgeSurroundings(seen: Seen): Surroundings {
  if (chatApps.test(seen.userAgent)) return 'in-chat-app'
  if (!seen.secure) return 'insecure'
  if (!seen.hasSubtleCrypto || !seen.hasLocks || !seen.hasIndexedDb) return 'too-old'
  return 'ready'
}

export function seeSurroundings(): Seen {
  return {
    userAgent: navigator.userAgent,
    secure: window.isSecureContext,
    hasSubtleCrypto: typeof crypto.subtle === 'object',
    hasLocks: 'locks' in navigator,
    hasIndexedDb: typeof indexedDB === 'object',
  }
}

/** An iPhone or iPad: there what is installed on the home screen keeps its storage apart from Safari's. */
export const isAppleTouch = (): boolean =>
  /iPhone|iPad/.test(
    machineName({ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints }),
  )
