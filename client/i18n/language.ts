/**
 * The language people read the app in: one signal for the whole page, remembered on the device.
 * Content has languages of its own (German copy, Thai copy); this is only about our words.
 */
import { createSignal } from 'solid-js'

export type Language = 'zh' | 'en'

/** Where the choice is remembered. Both may throw (private windows, blocked storage); the choice then lasts as long as the page. */
export interface LanguageMemory {
  readonly recall: () => string | null
  readonly remember: (language: Language) => void
}

const [language, applyLanguage] = createSignal<Language>('zh')
let memory: LanguageMemory | undefined

export { language }

/** Called once before the first render: what was remembered, else the first of the browser's languages we speak, else English. */
export function startLanguage(
  from: LanguageMemory = localLanguageMemory,
  wanted: readonly string[] = navigator.languages,
): Language {
  memory = from
  const chosen = recallFrom(from) ?? pickLanguage(wanted)
  show(chosen)
  return chosen
}

export function setLanguage(next: Language): void {
  show(next)
  try {
    memory?.remember(next)
  } catch {
    // A browser that stores nothing still gets the language it asked for, until the page closes.
  }
}

export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'zh' || primary === 'en') return primary
  }
  return 'en'
}

/** The BCP 47 tag for `lang` attributes and Intl. */
export function localeOf(of: Language): string {
  return of === 'zh' ? 'zh-CN' : 'en-GB'
}

export const localLanguageMemory: LanguageMemory = {
  recall: () => localStorage.getItem('asterism.language'),
  remember: (chosen) => localStorage.setItem('asterism.language', chosen),
}

function recallFrom(from: LanguageMemory): Language | undefined {
  try {
    const remembered = from.recall()
    return remembered === 'zh' || remembered === 'en' ? remembered : undefined
  } catch {
    return undefined
  }
}

function show(next: Language): void {
  applyLanguage(next)
  document.documentElement.lang = localeOf(next)
}
