/**
 * The markets a brief can aim at, with the currency, the time zone of their dates and the locales content is made in there,
 * the usual one first. A data table; ids are ISO 3166 codes and never change.
 */
export interface Market {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly currency: string
  readonly timeZone: string
  readonly locales: readonly string[]
}

export const marketById = (id: string): Market | null => markets.find((market) => market.id === id) ?? null

export const markets: readonly Market[] = [
  { id: 'US', zh: '美国', en: 'United States', currency: 'USD', timeZone: 'America/Los_Angeles', locales: ['en-US', 'es-US'] },
  { id: 'CA', zh: '加拿大', en: 'Canada', currency: 'CAD', timeZone: 'America/Toronto', locales: ['en-CA', 'fr-CA'] },
  { id: 'MX', zh: '墨西哥', en: 'Mexico', currency: 'MXN', timeZone: 'America/Mexico_City', locales: ['es-MX'] },
  { id: 'BR', zh: '巴西', en: 'Brazil', currency: 'BRL', timeZone: 'America/Sao_Paulo', locales: ['pt-BR'] },
  { id: 'CL', zh: '智利', en: 'Chile', currency: 'CLP', timeZone: 'America/Santiago', locales: ['es-CL'] },
  { id: 'CO', zh: '哥伦比亚', en: 'Colombia', currency: 'COP', timeZone: 'America/Bogota', locales: ['es-CO'] },
  { id: 'GB', zh: '英国', en: 'United Kingdom', currency: 'GBP', timeZone: 'Europe/London', locales: ['en-GB'] },
  { id: 'DE', zh: '德国', en: 'Germany', currency: 'EUR', timeZone: 'Europe/Berlin', locales: ['de-DE'] },
  { id: 'AT', zh: '奥地利', en: 'Austria', currency: 'EUR', timeZone: 'Europe/Vienna', locales: ['de-AT'] },
  { id: 'FR', zh: '法国', en: 'France', currency: 'EUR', timeZone: 'Europe/Paris', locales: ['fr-FR'] },
  { id: 'IT', zh: '意大利', en: 'Italy', currency: 'EUR', timeZone: 'Europe/Rome', locales: ['it-IT'] },
  { id: 'ES', zh: '西班牙', en: 'Spain', currency: 'EUR', timeZone: 'Europe/Madrid', locales: ['es-ES'] },
  { id: 'PT', zh: '葡萄牙', en: 'Portugal', currency: 'EUR', timeZone: 'Europe/Lisbon', locales: ['pt-PT'] },
  { id: 'NL', zh: '荷兰', en: 'Netherlands', currency: 'EUR', timeZone: 'Europe/Amsterdam', locales: ['nl-NL'] },
  { id: 'BE', zh: '比利时', en: 'Belgium', currency: 'EUR', timeZone: 'Europe/Brussels', locales: ['nl-BE', 'fr-BE'] },
  { id: 'PL', zh: '波兰', en: 'Poland', currency: 'PLN', timeZone: 'Europe/Warsaw', locales: ['pl-PL'] },
  { id: 'SE', zh: '瑞典', en: 'Sweden', currency: 'SEK', timeZone: 'Europe/Stockholm', locales: ['sv-SE'] },
  { id: 'TR', zh: '土耳其', en: 'Türkiye', currency: 'TRY', timeZone: 'Europe/Istanbul', locales: ['tr-TR'] },
  { id: 'JP', zh: '日本', en: 'Japan', currency: 'JPY', timeZone: 'Asia/Tokyo', locales: ['ja-JP'] },
  { id: 'KR', zh: '韩国', en: 'South Korea', currency: 'KRW', timeZone: 'Asia/Seoul', locales: ['ko-KR'] },
  { id: 'AU', zh: '澳大利亚', en: 'Australia', currency: 'AUD', timeZone: 'Australia/Sydney', locales: ['en-AU'] },
  { id: 'SG', zh: '新加坡', en: 'Singapore', currency: 'SGD', timeZone: 'Asia/Singapore', locales: ['en-SG', 'zh-SG'] },
  { id: 'MY', zh: '马来西亚', en: 'Malaysia', currency: 'MYR', timeZone: 'Asia/Kuala_Lumpur', locales: ['ms-MY', 'en-MY'] },
  { id: 'ID', zh: '印度尼西亚', en: 'Indonesia', currency: 'IDR', timeZone: 'Asia/Jakarta', locales: ['id-ID'] },
  { id: 'TH', zh: '泰国', en: 'Thailand', currency: 'THB', timeZone: 'Asia/Bangkok', locales: ['th-TH'] },
  { id: 'VN', zh: '越南', en: 'Vietnam', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh', locales: ['vi-VN'] },
  { id: 'PH', zh: '菲律宾', en: 'Philippines', currency: 'PHP', timeZone: 'Asia/Manila', locales: ['en-PH', 'fil-PH'] },
  { id: 'TW', zh: '中国台湾', en: 'Taiwan, China', currency: 'TWD', timeZone: 'Asia/Taipei', locales: ['zh-TW'] },
  { id: 'IN', zh: '印度', en: 'India', currency: 'INR', timeZone: 'Asia/Kolkata', locales: ['en-IN'] },
  { id: 'AE', zh: '阿联酋', en: 'United Arab Emirates', currency: 'AED', timeZone: 'Asia/Dubai', locales: ['ar-AE', 'en-AE'] },
  { id: 'SA', zh: '沙特阿拉伯', en: 'Saudi Arabia', currency: 'SAR', timeZone: 'Asia/Riyadh', locales: ['ar-SA'] },
  { id: 'EG', zh: '埃及', en: 'Egypt', currency: 'EGP', timeZone: 'Africa/Cairo', locales: ['ar-EG'] },
  { id: 'IL', zh: '以色列', en: 'Israel', currency: 'ILS', timeZone: 'Asia/Jerusalem', locales: ['he-IL'] },
  { id: 'RU', zh: '俄罗斯', en: 'Russia', currency: 'RUB', timeZone: 'Europe/Moscow', locales: ['ru-RU'] },
  { id: 'KZ', zh: '哈萨克斯坦', en: 'Kazakhstan', currency: 'KZT', timeZone: 'Asia/Almaty', locales: ['ru-KZ', 'kk-KZ'] },
]
