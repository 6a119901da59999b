/**
 * Public holidays by place and year, as published: data, to be renewed each autumn. Nothing here is computed (decisions.md,
 * part 24). Checked on 2026-11-27. `final` false: only the days fixed by law are in, not which weekends are worked instead.
 */

import type { HolidayPlace } from './holiday-places.ts'

export interface HolidayYear {
  readonly final: boolean
  /** Days off, `MM-DD` by name in Chinese and English; a span is `MM-DD/MM-DD`. */
  readonly off: readonly (readonly [days: string, zh: string, en: string])[]
  /** Weekend days that are worked instead. */
  readonly work?: readonly string[]
}

export const placeNames: Readonly<
  Record<HolidayPlace, { readonly zh: string; readonly en: string }>
> = {
  cn: { zh: '中国大陆', en: 'Mainland China' },
  de: { zh: '德国（全国）', en: 'Germany (nationwide)' },
  gb: { zh: '英国（英格兰）', en: 'United Kingdom (England)' },
  id: { zh: '印度尼西亚', en: 'Indonesia' },
  jp: { zh: '日本', en: 'Japan' },
  us: { zh: '美国（联邦）', en: 'United States (federal)' },
}

export const holidayTable: Readonly<Record<HolidayPlace, Readonly<Record<number, HolidayYear>>>> = {
  // State Council notice of 4 November 2025; 2027 by the regulation on holidays as amended in 2024.
  cn: {
    2026: {
      final: true,
      off: [
        ['01-01/01-03', '元旦', 'New Year'],
        ['02-15/02-23', '春节', 'Spring Festival'],
        ['04-04/04-06', '清明节', 'Qingming'],
        ['05-01/05-05', '劳动节', 'Labour Day'],
        ['06-19/06-21', '端午节', 'Dragon Boat Festival'],
        ['09-25/09-27', '中秋节', 'Mid-Autumn Festival'],
        ['10-01/10-07', '国庆节', 'National Day'],
      ],
      work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    },
    2027: {
      final: false,
      off: [
        ['01-01', '元旦', 'New Year'],
        ['02-05/02-08', '春节', 'Spring Festival'],
        ['04-05', '清明节', 'Qingming'],
        ['05-01/05-02', '劳动节', 'Labour Day'],
        ['06-09', '端午节', 'Dragon Boat Festival'],
        ['09-15', '中秋节', 'Mid-Autumn Festival'],
        ['10-01/10-03', '国庆节', 'National Day'],
      ],
    },
  },
  // Those kept in all sixteen states.
  de: {
    2026: {
      final: true,
      off: [
        ['01-01', '元旦', 'New Year'],
        ['04-03', '耶稣受难日', 'Good Friday'],
        ['04-06', '复活节星期一', 'Easter Monday'],
        ['05-01', '劳动节', 'Labour Day'],
        ['05-14', '耶稣升天节', 'Ascension Day'],
        ['05-25', '圣灵降临节星期一', 'Whit Monday'],
        ['10-03', '德国统一日', 'German Unity Day'],
        ['12-25/12-26', '圣诞节', 'Christmas'],
      ],
    },
    2027: {
      final: true,
      off: [
        ['01-01', '元旦', 'New Year'],
        ['03-26', '耶稣受难日', 'Good Friday'],
        ['03-29', '复活节星期一', 'Easter Monday'],
        ['05-01', '劳动节', 'Labour Day'],
        ['05-06', '耶稣升天节', 'Ascension Day'],
        ['05-17', '圣灵降临节星期一', 'Whit Monday'],
        ['10-03', '德国统一日', 'German Unity Day'],
        ['12-25/12-26', '圣诞节', 'Christmas'],
      ],
    },
  },
  gb: {
    2026: {
      final: true,
      off: [
        ['01-01', '元旦', 'New Year’s Day'],
        ['04-03', '耶稣受难日', 'Good Friday'],
        ['04-06', '复活节星期一', 'Easter Monday'],
        ['05-04', '五月初银行假日', 'Early May bank holiday'],
        ['05-25', '春季银行假日', 'Spring bank holiday'],
        ['08-31', '夏季银行假日', 'Summer bank holiday'],
        ['12-25', '圣诞节', 'Christmas Day'],
        ['12-28', '节礼日补假', 'Boxing Day (substitute)'],
      ],
    },
    2027: {
      final: true,
      off: [
        ['01-01', '元旦', 'New Year’s Day'],
        ['03-26', '耶稣受难日', 'Good Friday'],
        ['03-29', '复活节星期一', 'Easter Monday'],
        ['05-03', '五月初银行假日', 'Early May bank holiday'],
        ['05-31', '春季银行假日', 'Spring bank holiday'],
        ['08-30', '夏季银行假日', 'Summer bank holiday'],
        ['12-27', '圣诞节补假', 'Christmas Day (substitute)'],
        ['12-28', '节礼日补假', 'Boxing Day (substitute)'],
      ],
    },
  },
  // Joint decree of three ministers for 2026, national holidays without collective leave; 2027 was not published when checked.
  id: {
    2026: {
      final: true,
      off: [
        ['01-01', '元旦', 'New Year'],
        ['01-16', '登霄节', 'Isra Miraj'],
        ['02-17', '春节', 'Chinese New Year'],
        ['03-19', '静居日', 'Nyepi'],
        ['03-21/03-22', '开斋节', 'Idul Fitri'],
        ['04-03', '耶稣受难日', 'Good Friday'],
        ['04-05', '复活节', 'Easter'],
        ['05-01', '劳动节', 'Labour Day'],
        ['05-14', '耶稣升天节', 'Ascension Day'],
        ['05-27', '宰牲节', 'Idul Adha'],
        ['05-31', '卫塞节', 'Waisak'],
        ['06-01', '建国五原则日', 'Pancasila Day'],
        ['06-16', '伊斯兰新年', 'Islamic New Year'],
        ['08-17', '独立日', 'Independence Day'],
        ['08-25', '先知诞辰', 'Maulid'],
        ['12-25', '圣诞节', 'Christmas'],
      ],
    },
  },
  jp: {
    2026: {
      final: true,
      off: [
        ['01-01', '元日', 'New Year’s Day'],
        ['01-12', '成人之日', 'Coming of Age Day'],
        ['02-11', '建国纪念日', 'Foundation Day'],
        ['02-23', '天皇诞生日', 'Emperor’s Birthday'],
        ['03-20', '春分日', 'Vernal Equinox'],
        ['04-29', '昭和之日', 'Showa Day'],
        ['05-03/05-06', '黄金周', 'Golden Week'],
        ['07-20', '海之日', 'Marine Day'],
        ['08-11', '山之日', 'Mountain Day'],
        ['09-21/09-23', '敬老之日、国民休息日、秋分日', 'Silver Week'],
        ['10-12', '体育之日', 'Sports Day'],
        ['11-03', '文化之日', 'Culture Day'],
        ['11-23', '勤劳感谢日', 'Labour Thanksgiving Day'],
      ],
    },
    2027: {
      final: true,
      off: [
        ['01-01', '元日', 'New Year’s Day'],
        ['01-11', '成人之日', 'Coming of Age Day'],
        ['02-11', '建国纪念日', 'Foundation Day'],
        ['02-23', '天皇诞生日', 'Emperor’s Birthday'],
        ['03-21/03-22', '春分日与补假', 'Vernal Equinox and substitute'],
        ['04-29', '昭和之日', 'Showa Day'],
        ['05-03/05-05', '黄金周', 'Golden Week'],
        ['07-19', '海之日', 'Marine Day'],
        ['08-11', '山之日', 'Mountain Day'],
        ['09-20', '敬老之日', 'Respect for the Aged Day'],
        ['09-23', '秋分日', 'Autumnal Equinox'],
        ['10-11', '体育之日', 'Sports Day'],
        ['11-03', '文化之日', 'Culture Day'],
        ['11-23', '勤劳感谢日', 'Labour Thanksgiving Day'],
      ],
    },
  },
  us: {
    2026: {
      final: true,
      off: [
        ['01-01', '元旦', 'New Year’s Day'],
        ['01-19', '马丁·路德·金日', 'Martin Luther King Day'],
        ['02-16', '总统日', 'Presidents’ Day'],
        ['05-25', '阵亡将士纪念日', 'Memorial Day'],
        ['06-19', '六月节', 'Juneteenth'],
        ['07-03', '独立日补假', 'Independence Day (observed)'],
        ['09-07', '劳动节', 'Labor Day'],
        ['10-12', '哥伦布日', 'Columbus Day'],
        ['11-11', '退伍军人节', 'Veterans Day'],
        ['11-26', '感恩节', 'Thanksgiving'],
        ['12-25', '圣诞节', 'Christmas Day'],
      ],
    },
    2027: {
      final: true,
      off: [
        ['01-01', '元旦', 'New Year’s Day'],
        ['01-18', '马丁·路德·金日', 'Martin Luther King Day'],
        ['02-15', '总统日', 'Presidents’ Day'],
        ['05-31', '阵亡将士纪念日', 'Memorial Day'],
        ['06-18', '六月节补假', 'Juneteenth (observed)'],
        ['07-05', '独立日补假', 'Independence Day (observed)'],
        ['09-06', '劳动节', 'Labor Day'],
        ['10-11', '哥伦布日', 'Columbus Day'],
        ['11-11', '退伍军人节', 'Veterans Day'],
        ['11-25', '感恩节', 'Thanksgiving'],
        ['12-24', '圣诞节补假', 'Christmas Day (observed)'],
        ['12-31', '元旦补假', 'New Year’s Day (observed)'],
      ],
    },
  },
}
