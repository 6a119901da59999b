/** How a screen is photographed: on which device, in which language, by day or by night. */
import type { BrowserContextOptions } from 'playwright-core'
import type { Language } from '#test/journeys/people.ts'

export interface Variant {
  readonly device: 'desk' | 'phone'
  readonly language: Language
  readonly theme: 'light' | 'dark'
}

export const variants: readonly Variant[] = (['desk', 'phone'] as const).flatMap((device) =>
  (['zh', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => ({ device, language, theme })),
  ),
)

/** The sizes that UI work is judged at. */
export const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const

export const nameOf = ({ device, language, theme }: Variant): string =>
  `${device}-${language}-${theme}`

export function contextOf(variant: Variant): BrowserContextOptions {
  const phone = variant.device === 'phone'
  return {
    locale: variant.language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: variant.theme,
    viewport: sizes[variant.device],
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  }
}
