/**
 * The languages content is made in, as people choose them: names in both interface languages and in the language itself,
 * and the direction of its script. A data table; ids are the first part of a locale and never change.
 */
export interface Language {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly native: string
  readonly direction: 'ltr' | 'rtl'
}

/** The language of a locale such as `de-DE`, null for one this table does not hold. */
export function languageOf(locale: string): Language | null {
  const [first] = locale.split('-')
  // Filipino is `tl` in the trade's lists and `fil` in locales.
  const id = first === 'fil' ? 'tl' : first
  return languageById(id ?? '')
}

export const languageById = (id: string): Language | null =>
  languages.find((language) => language.id === id) ?? null

export const languages: readonly Language[] = [
  { id: 'en', zh: '英语', en: 'English', native: 'English', direction: 'ltr' },
  { id: 'zh', zh: '中文（源语言）', en: 'Chinese (source)', native: '中文', direction: 'ltr' },
  { id: 'es', zh: '西班牙语', en: 'Spanish', native: 'Español', direction: 'ltr' },
  { id: 'pt', zh: '葡萄牙语', en: 'Portuguese', native: 'Português', direction: 'ltr' },
  { id: 'fr', zh: '法语', en: 'French', native: 'Français', direction: 'ltr' },
  { id: 'de', zh: '德语', en: 'German', native: 'Deutsch', direction: 'ltr' },
  { id: 'it', zh: '意大利语', en: 'Italian', native: 'Italiano', direction: 'ltr' },
  { id: 'nl', zh: '荷兰语', en: 'Dutch', native: 'Nederlands', direction: 'ltr' },
  { id: 'id', zh: '印尼语', en: 'Indonesian', native: 'Bahasa Indonesia', direction: 'ltr' },
  { id: 'ms', zh: '马来语', en: 'Malay', native: 'Bahasa Melayu', direction: 'ltr' },
  { id: 'tl', zh: '菲律宾语', en: 'Filipino', native: 'Filipino', direction: 'ltr' },
  { id: 'pl', zh: '波兰语', en: 'Polish', native: 'Polski', direction: 'ltr' },
  { id: 'sv', zh: '瑞典语', en: 'Swedish', native: 'Svenska', direction: 'ltr' },
  { id: 'tr', zh: '土耳其语', en: 'Turkish', native: 'Türkçe', direction: 'ltr' },
  { id: 'ru', zh: '俄语', en: 'Russian', native: 'Русский', direction: 'ltr' },
  { id: 'kk', zh: '哈萨克语', en: 'Kazakh', native: 'Қазақ тілі', direction: 'ltr' },
  { id: 'ja', zh: '日语', en: 'Japanese', native: '日本語', direction: 'ltr' },
  { id: 'ko', zh: '韩语', en: 'Korean', native: '한국어', direction: 'ltr' },
  { id: 'vi', zh: '越南语', en: 'Vietnamese', native: 'Tiếng Việt', direction: 'ltr' },
  { id: 'th', zh: '泰语', en: 'Thai', native: 'ไทย', direction: 'ltr' },
  { id: 'ar', zh: '阿拉伯语', en: 'Arabic', native: 'العربية', direction: 'rtl' },
  { id: 'he', zh: '希伯来语', en: 'Hebrew', native: 'עברית', direction: 'rtl' },
]
