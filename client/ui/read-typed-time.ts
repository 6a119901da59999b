/** A time of day as people type it, in 24 hours: `9:30`, `0930`, `９：３０`, `9点30`, `9点半`, `9`. Pure. */

/** `09:30`; null for what is no time. */
export function readTypedTime(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace('点半', ':30')
  const match = /^(\d{1,2})(?:[:.点时h]?(\d{2})分?|[:点时h])?$/.exec(plain)
  if (!match) return null
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : null
}
