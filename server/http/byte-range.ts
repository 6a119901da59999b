/** The one part a `Range` header asks for (RFC 9110, 14.2), both ends counted in. Several parts are answered whole. */
export function byteRange(
  header: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | 'outside' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (asked === null) return null
  const [, first = '', last = ''] = asked
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'outside' : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  // An end before its beginning is no range at all.
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'outside' : { from, to }
}
