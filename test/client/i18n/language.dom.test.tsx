import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  language,
  pickLanguage,
  setLanguage,
  startLanguage,
  type Language,
} from '#client/i18n/language.ts'
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatRelative,
  plural,
} from '#client/i18n/format.ts'
import { defineWords, useWords } from '#client/i18n/words.ts'

const words = defineWords({
  zh: { title: '需求单', count: (n: number) => `${n} 个产品` },
  en: {
    title: 'Briefs',
    count: (n: number) => `${n} ${plural(n, { one: 'product', other: 'products' })}`,
  },
})

const forgetful = { recall: () => null, remember: () => undefined }

beforeEach(() => startLanguage(forgetful, ['zh-CN']))
afterEach(cleanup)

describe('the language of the app', () => {
  it('changes every word on screen at once', () => {
    const Title = () => {
      const t = useWords(words)
      return <p>{`${t().title} ${t().count(1)} ${t().count(12)}`}</p>
    }
    render(() => <Title />)
    expect(screen.getByText('需求单 1 个产品 12 个产品')).toBeTruthy()
    setLanguage('en')
    expect(screen.getByText('Briefs 1 product 12 products')).toBeTruthy()
    expect(document.documentElement.lang).toBe('en-GB')
  })

  it('is what was remembered, then what the browser asks for, then English', () => {
    expect(startLanguage({ ...forgetful, recall: () => 'en' }, ['zh-CN'])).toBe('en')
    expect(startLanguage({ ...forgetful, recall: () => 'klingon' }, ['de-DE', 'zh-TW', 'en'])).toBe(
      'zh',
    )
    expect(pickLanguage(['de-DE', 'th'])).toBe('en')
  })

  it('is remembered when chosen', () => {
    const kept: Language[] = []
    startLanguage({ recall: () => null, remember: (chosen) => kept.push(chosen) }, ['zh'])
    setLanguage('en')
    expect(kept).toEqual(['en'])
  })

  it('still changes where the browser stores nothing', () => {
    const blocked = () => {
      throw new Error('storage is blocked')
    }
    expect(startLanguage({ recall: blocked, remember: blocked }, ['en-US'])).toBe('en')
    setLanguage('zh')
    expect(language()).toBe('zh')
  })
})

describe('dates and numbers', () => {
  it('reads a plain day as that day in every time zone', () => {
    expect(formatDate('2026-12-08')).toBe('12月8日周二')
    setLanguage('en')
    expect(formatDate('2026-12-08')).toMatch(/^Tue,? 8 Dec$/)
  })

  it('shows a moment in the time zone it is asked for', () => {
    const moment = Date.UTC(2026, 10, 23, 6, 32)
    expect(formatDateTime(moment, 'Asia/Shanghai')).toContain('14:32')
    expect(formatDateTime(moment, 'Europe/Berlin')).toContain('07:32')
  })

  it('shows nothing for what is no date', () => expect(formatDate('soon')).toBe(''))

  it('groups the digits of numbers', () => expect(formatNumber(8460)).toBe('8,460'))

  it('says how long ago, and "now" for the last seconds', () => {
    const now = Date.UTC(2026, 10, 23)
    expect(formatRelative(now - 3_000, now)).toBe('刚刚')
    expect(formatRelative(now - 180_000, now)).toBe('3分钟前')
    expect(formatRelative(now - 90_000_000, now)).toBe('昨天')
  })
})
