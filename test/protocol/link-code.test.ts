import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { idPattern } from '#shared/lib/ids.ts'
import { inviteKeySchema } from '#shared/protocol/http.ts'
import {
  codeLetters,
  inviteOfLinkCode,
  newLinkCode,
  readLinkCode,
  showLinkCode,
} from '#shared/protocol/link-code.ts'

const random = (bytes: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(bytes)
const code = fc
  .uint8Array({ minLength: 12, maxLength: 12 })
  .map((given) => newLinkCode((bytes) => bytes.set(given)))

test('a code is twelve letters of sixty random bits, a recovery sheet’s twenty-six', () => {
  expect(newLinkCode(random)).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
  expect(newLinkCode(random, codeLetters.recovery)).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
  expect(newLinkCode((bytes) => bytes.fill(0xff))).toBe('zzzzzzzzzzzz')
  expect(newLinkCode((bytes) => bytes.set([0, 1, 31, 32]))).toBe('01z000000000')
})

test('a code is shown in groups of four, and read back as it was', () => {
  expect(showLinkCode('k7m29qxr4tna')).toBe('K7M2-9QXR-4TNA')
  fc.assert(fc.property(code, (one) => readLinkCode(showLinkCode(one)) === one))
  const long = newLinkCode(random, codeLetters.recovery)
  expect(readLinkCode(showLinkCode(long))).toBe(long)
})

test.each([
  ['k7m2 9qxr 4tna'],
  ['K7M29QXR4TNA'],
  [' K7M2–9QXR—4TNA '],
  ['#K7M2-9QXR-4TNA'],
  ['k7m2\u30009qxr\n4tna'],
  ['Ｋ７Ｍ２－９ＱＸＲ－４ＴＮＡ'],
])('%s is read as the same code', (typed) => {
  expect(readLinkCode(typed)).toBe('k7m29qxr4tna')
})

test('letters that look like figures are read as those', () => {
  expect(readLinkCode('oOiI lL00 1111')).toBe('001111001111')
})

test.each([
  [''],
  ['k7m2-9qxr-4tn'],
  ['k7m2-9qxr-4tnaa'],
  ['u7m2-9qxr-4tna'],
  ['一二三四五六七八九十一二'],
])('%j is no code', (typed) => {
  expect(readLinkCode(typed)).toBeNull()
})

test('id and secret follow from the code, each by its own hash, and neither tells the code or the other', () => {
  const sha = (text: string): Buffer => createHash('sha256').update(text).digest()
  fc.assert(
    fc.property(code, (one) => {
      const invite = inviteOfLinkCode(one)
      expect(inviteKeySchema.parse(invite)).toEqual(invite)
      expect(invite.id).toMatch(idPattern)
      expect(invite.secret).toBe(sha(`asterism code secret 1\n${one}`).toString('base64url'))
    }),
  )
  // For ever: a recovery sheet is printed.
  expect(inviteOfLinkCode('k7m29qxr4tna')).toMatchInlineSnapshot(`
    {
      "id": "v2q395aenw27s7ajzn9x8xsemm",
      "secret": "Bs-VIF2_fTG-IOhl_Y7jq-ReLUvKRoWxNiosj7bQg7Y",
    }
  `)
})
