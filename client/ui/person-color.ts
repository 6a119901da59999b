/**
 * A colour for a person, the same on every device because it comes from their id alone.
 * Every colour carries white text at 4.5:1 and stands out from both grounds at 3:1 (test/client/ui/tokens.test.ts).
 */
/** OKLCH hues far enough apart to tell neighbours; yellows and greens beside 160 are left out, they look alike or muddy. */
const hues = [272, 25, 160, 320, 235, 55, 345, 200] as const

export const personLightness = 0.535
export const personChroma = 0.125

export function personColor(id: string): string {
  return `oklch(${personLightness} ${personChroma} ${hues[hash(id) % hues.length] ?? hues[0]})`
}

export const personHues: readonly number[] = hues

/** FNV-1a: small and spreads short ids well. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0
  return sum
}
