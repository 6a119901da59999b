import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { personChroma, personColor, personHues, personLightness } from '#client/ui/person-color.ts'

const sheet = readFileSync(new URL('../../../client/ui/tokens.css', import.meta.url), 'utf8')
const light = tokensAfter(':root {\n  color-scheme: light;')
const dark = tokensAfter(":root[data-theme='dark'] {")
const darkBySystem = tokensAfter(":root:not([data-theme='light']) {")

const grounds = ['bg', 'surface', 'sunken', 'hover', 'float', 'float-hover']
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['text', [...grounds, 'accent-soft'], 4.5],
  ['text-2', [...grounds, 'accent-soft'], 4.5],
  ['text-3', ['bg', 'surface', 'sunken'], 4.5],
  ['accent', ['surface', 'bg', 'accent-soft'], 4.5],
  ['on-accent', ['accent', 'accent-hover'], 4.5],
  ['ok', ['ok-soft', 'surface'], 4.5],
  ['warn', ['warn-soft', 'surface'], 4.5],
  ['bad', ['bad-soft', 'surface', 'float'], 4.5],
  ['info', ['info-soft', 'surface'], 4.5],
  ['edge', ['surface', 'float'], 3],
]

describe('the tokens', () => {
  it('are the same in the dark whether a person or the system chose it', () => {
    expect(dark.size).toBeGreaterThan(20)
    expect([...darkBySystem]).toEqual([...dark])
  })

  it('have the same names by day and by night', () =>
    expect([...dark.keys()].sort()).toEqual([...light.keys()].sort()))

  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('can be read in the %s', (_, tokens) => {
    const tooFaint = pairs.flatMap(([ink, papers, least]) =>
      papers.map(
        (paper) =>
          [ink, paper, contrast(colorOf(tokens, ink), colorOf(tokens, paper)), least] as const,
      ),
    )
    expect(tooFaint.filter(([, , found, least]) => found < least)).toEqual([])
  })
})

describe('the colours of people', () => {
  it('carry white letters and stand out from both grounds', () => {
    const white: Oklch = [1, 0, 0]
    for (const hue of personHues) {
      const color: Oklch = [personLightness, personChroma, hue]
      expect(contrast(color, white), `white on ${hue}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(color, colorOf(light, 'surface')), `${hue} by day`).toBeGreaterThanOrEqual(3)
      expect(contrast(color, colorOf(dark, 'surface')), `${hue} by night`).toBeGreaterThanOrEqual(3)
    }
  })

  it('are the same for the same person everywhere', () =>
    expect(personColor('m_7k3q')).toBe(personColor('m_7k3q')))
})

type Oklch = readonly [lightness: number, chroma: number, hue: number]

function tokensAfter(opening: string): ReadonlyMap<string, string> {
  const start = sheet.indexOf(opening) + opening.length
  const block = sheet.slice(start, sheet.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)]
      .map((match) => [match[1] ?? '', match[2] ?? ''])
      .filter(([name]) => name !== 'hue') as [string, string][],
  )
}

function colorOf(tokens: ReadonlyMap<string, string>, name: string): Oklch {
  const match = /oklch\(([\d.]+) ([\d.]+) ([\w().-]+)\)/.exec(tokens.get(name) ?? '')
  if (!match) throw new Error(`--${name} is not a plain oklch colour`)
  return [Number(match[1]), Number(match[2]), match[3] === 'var(--hue)' ? 272 : Number(match[3])]
}

/** WCAG 2 contrast; OKLCH to linear sRGB as in CSS Color 4, clipped to the gamut. */
function contrast(one: Oklch, other: Oklch): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function clip(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}
