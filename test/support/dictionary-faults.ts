/** What is wrong in a dictionary of two languages, as sentences. Reads any value: a dictionary is what `words.ts` exports. */

const han = /\p{Script=Han}/u
/** The switch names the other language in that language; nothing else may. */
const otherLanguage = new Set(['language'])
/** Terms that are the same in both: SKU, CSV, UTF-8. */
const term = /^[A-Z][A-Z0-9-]*$/

export function dictionaryFaults(name: string, exported: unknown): string[] {
  if (!isGroup(exported) || !isGroup(exported.zh) || !isGroup(exported.en)) {
    return [`${name}: needs zh and en.`]
  }
  const zh = textsOf(exported.zh)
  const en = textsOf(exported.en)
  const keys = [...new Set([...zh.keys(), ...en.keys()])]
  return keys.flatMap((key) => keyFaults(key, zh.get(key), en.get(key))).map((f) => `${name}.${f}`)
}

function keyFaults(key: string, zh?: readonly string[], en?: readonly string[]): string[] {
  if (zh === undefined) return [`${key}: is missing in zh.`]
  if (en === undefined) return [`${key}: is missing in en.`]
  const faults: string[] = []
  for (const [language, texts] of [['zh', zh] as const, ['en', en] as const]) {
    if (texts.length === 0) faults.push(`${key} (${language}): answers no text to any sample.`)
    if (texts.some((text) => text.trim() === '')) faults.push(`${key} (${language}): is empty.`)
    if (texts.some((text) => /[!！]/.test(text))) faults.push(`${key} (${language}): exclaims.`)
  }
  if (otherLanguage.has(key)) return faults
  if (en.some((text) => han.test(text))) faults.push(`${key} (en): holds Chinese.`)
  if (
    en.some((text) => zh.includes(text) && !term.test(text) && /\p{L}/u.test(withoutSamples(text)))
  )
    faults.push(`${key}: is the same in both languages.`)
  return faults
}

/** Every text a group can show, by dotted key; functions are called with samples. */
function textsOf(group: Readonly<Record<string, unknown>>, before = ''): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const [key, word] of Object.entries(group)) {
    const path = `${before}${key}`
    if (typeof word === 'string') texts.set(path, [word])
    else if (typeof word === 'function') texts.set(path, answersOf(word))
    else if (isGroup(word))
      for (const [inner, all] of textsOf(word, `${path}.`)) texts.set(inner, all)
    else texts.set(path, [])
  }
  return texts
}

const sampleText = 'Q7'
const samples: readonly unknown[] = [0, 1, 2, 21, sampleText]
const withoutSamples = (text: string): string => text.replaceAll(sampleText, '')

// A function says nothing about its parameters' types, so all samples are tried and those that throw are left out.
function answersOf(word: Function): string[] {
  const rows = combinations(Math.min(word.length, 4))
  return rows.flatMap((row) => {
    try {
      const text: unknown = Reflect.apply(word, undefined, row)
      return typeof text === 'string' ? [text] : []
    } catch {
      return []
    }
  })
}

function combinations(count: number): unknown[][] {
  if (count === 0) return [[]]
  return combinations(count - 1).flatMap((row) => samples.map((sample) => [...row, sample]))
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
