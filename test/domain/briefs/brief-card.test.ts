import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { writeBriefCard } from '#shared/domain/briefs/brief-card.ts'
import { parseBriefSummary } from '#shared/domain/briefs/brief-summary.ts'
import { cardIn } from '#shared/lib/card-bytes.ts'

const readBriefCard = (card: Uint8Array): BriefSummary | null => parseBriefSummary(cardIn(card))

const summary: BriefSummary = {
  kind: 'brief',
  title: '春季服装 22 款上新',
  chooseTitle: false,
  products: 22,
  markets: ['de', 'us'],
  wantedBy: '2026-12-05',
  rush: 'standard',
}

test('a card gives back the list row it was made from', () => {
  expect(readBriefCard(writeBriefCard(summary, 300))).toEqual(summary)
})

test('a card is never larger than its limit and never splits a letter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('春', 'a', '👩‍🎨', 'é', '🇩🇪', '"'), { maxLength: 200 }),
      fc.array(fc.constantFrom('amazon-us', 'tiktok-gb', 'shopee-th'), { maxLength: 40 }),
      (letters, markets) => {
        const card = writeBriefCard({ ...summary, title: letters.join(''), markets }, 300)
        expect(card.byteLength).toBeLessThanOrEqual(300)
        const title = readBriefCard(card)?.title ?? ''
        expect(letters.join('').startsWith(title)).toBe(true)
        const kept = [...new Intl.Segmenter().segment(title)].length
        const whole = [...new Intl.Segmenter().segment(letters.join(''))]
        expect(
          whole
            .slice(0, kept)
            .map(({ segment }) => segment)
            .join(''),
        ).toBe(title)
      },
    ),
  )
})

test('a card nobody here can read is no row', () => {
  expect(readBriefCard(new Uint8Array([255, 1, 2]))).toBeNull()
  expect(readBriefCard(new TextEncoder().encode('{"title":3}'))).toBeNull()
})

test('a list row of another app is none, whichever of its fields is another', () => {
  expect(parseBriefSummary({ ...summary, later: 1 })).toMatchObject(summary)
  expect(parseBriefSummary({ ...summary, wantedBy: null })).toEqual({ ...summary, wantedBy: null })
  for (const value of [null, 'row', [], { ...summary, markets: ['de', 1] }])
    expect(parseBriefSummary(value)).toBeNull()
  for (const field of Object.keys(summary).filter((one) => one !== 'kind')) {
    expect(parseBriefSummary({ ...summary, [field]: { other: true } }), field).toBeNull()
    expect(parseBriefSummary({ ...summary, [field]: undefined }), field).toBeNull()
    expect(parseBriefSummary({ ...summary, [field]: 1.5 }), field).toBeNull()
  }
})
