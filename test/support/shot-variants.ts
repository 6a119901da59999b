/** How a screen is photographed: on which device, in which language, by day or by night. */
import type { BrowserContextOptions } from 'playwright-core'
import type { Language } from '#test/journeys/people.ts'

/** Whose screen it is. */
export interface Variant {
  readonly device: 'desk' | 'phone'
  readonly language: Language
}

export const variants: readonly Variant[] = (['desk', 'phone'] as const).flatMap((device) =>
  (['zh', 'en'] as const).map((language) => ({ device, language })),
)

/** Each scene is taken by day and by night: setting it takes far longer than a second picture. */
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The sizes that UI work is judged at. */
export const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const

export const nameOf = ({ device, language }: Variant, theme: Theme): string =>
  `${device}-${language}-${theme}`

export function contextOf(variant: Variant): BrowserContextOptions {
  const phone = variant.device === 'phone'
  return {
    locale: variant.language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: sizes[variant.device],
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  }
}
