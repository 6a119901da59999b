/** Sample words of the page of parts, in the language it is shown in, and long ones in languages that try a layout. */
import { language } from '#client/i18n/language.ts'

export const say = (zh: string, en: string): string => (language() === 'zh' ? zh : en)
export const locale = (): string => say('zh-CN', 'en-GB')

export const long = {
  german: 'Lebensmittelechtheitsbescheinigung für den doppelwandigen Edelstahl-Kaffeebecher',
  thai: 'แก้วกาแฟพกพาสแตนเลสสองชั้นเก็บความร้อนได้นานสิบสองชั่วโมงไม่รั่วซึม',
  chinese: '便携咖啡杯首批十二款德国站主图与副图及短视频素材需求（含法语与意大利语本地化）',
  arabic: 'كوب قهوة محمول من الفولاذ المقاوم للصدأ، ٣٥٠ مل، لا يتسرب',
} as const
