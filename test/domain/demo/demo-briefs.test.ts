import { describe, expect, it } from 'vitest'
import { demoBriefs } from '#shared/domain/demo/demo-briefs.ts'

describe('the seeded generator', () => {
  it('makes the same work for the same seed and other work for another', () => {
    expect(demoBriefs('busy', 7)).toEqual(demoBriefs('busy', 7))
    expect(demoBriefs('busy', 7)).not.toEqual(demoBriefs('busy', 8))
  })

  it('never gives two products of a workspace the same SKU', () => {
    const skus = demoBriefs('busy', 3).flatMap((brief) =>
      brief.products.map((product) => product.sku),
    )
    expect(new Set(skus).size).toBe(skus.length)
  })
})
