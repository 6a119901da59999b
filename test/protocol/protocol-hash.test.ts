import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts'

/** Of everything that travels, without comments and blanks. Renewed when a change is shown to be additive (docs/decisions.md, part 4). */
const HASH_OF_VERSION_1 = '85bcb598141ca381'

const folder = 'shared/protocol/'

/** Limits are agreed, too, but may be raised without a new version. */
const travels = readdirSync(folder)
  .filter((file) => file !== 'limits.ts')
  .sort()

test('what travels is what version 1 says; a change raises the version or is shown to be additive', () => {
  const hash = createHash('sha256')
  for (const file of travels) {
    const code = readFileSync(folder + file, 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/^\s*\/\/.*$/gm, '')
      .replaceAll(/[\s,'"]+/g, '')
    hash.update(`${file}\0${code}\0`)
  }
  expect(PROTOCOL_VERSION).toBe(1)
  expect(hash.digest('hex').slice(0, 16)).toBe(HASH_OF_VERSION_1)
})
