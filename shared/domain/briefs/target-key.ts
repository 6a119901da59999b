/** A target (platform, market, locale) as one key `<platform>.<market>.<locale>`, the same for everyone who picks it. */
import type { Target } from './brief.ts'

const TARGET = /^([a-z0-9-]{1,32})\.([A-Z]{2})\.([a-z]{2,3}-[A-Z]{2})$/

export const targetKey = ({ platform, market, locale }: Target): string =>
  `${platform}.${market}.${locale}`

/** null where the text is not a target's key. */
export function readTargetKey(key: string): Target | null {
  const [, platform, market, locale] = TARGET.exec(key) ?? []
  return platform === undefined || market === undefined || locale === undefined
    ? null
    : { platform, market, locale }
}
