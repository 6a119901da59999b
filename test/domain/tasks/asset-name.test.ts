/** Names of files: derived from the task, the same for everybody, and taken by every file system. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assetFileName } from '#shared/domain/tasks/asset-name.ts'

const task = {
  ...{ sku: 'HRN-S-ORG', name: 'Harness', deliverable: 'secondary-image', ordinal: 5 },
  locale: 'en-US',
}

test('SKU, type, language and version, which the rounds of rework count', () => {
  expect(assetFileName(task, 0)).toBe('HRN-S-ORG_secondary-image-5_en-US_v1')
  expect(assetFileName({ ...task, locale: '' }, 2)).toBe('HRN-S-ORG_secondary-image-5_master_v3')
  expect(assetFileName({ ...task, deliverable: 'main-image', ordinal: 1 }, 0)).toBe(
    'HRN-S-ORG_main-image_en-US_v1',
  )
  expect(assetFileName({ ...task, sku: '', name: '保温杯 / 蓝_大' }, 0)).toBe(
    '保温杯-蓝-大_secondary-image-5_en-US_v1',
  )
})

test('whatever the SKU, no character of it is one a file system refuses, and the parts stay four', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (sku) => {
      const name = assetFileName({ ...task, sku, name: 'x' }, 0)
      expect(name).not.toMatch(/[\\/:*?"<>|\s\p{Cc}]/u)
      expect(name.split('_').length).toBeLessThanOrEqual(4)
      expect(name.endsWith('_secondary-image-5_en-US_v1') || !name.includes('__')).toBe(true)
    }),
  )
})
