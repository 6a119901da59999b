/** Elements and text of an XML part, one after the other. Namespace prefixes are left out: writers choose them freely. */
import { Parser } from 'saxen'

export interface XmlListener {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** False where the part is not well-formed. A listener may throw to stop. */
export function readXml(xml: string, listener: XmlListener): boolean {
  let isWell = true
  let fault: unknown
  const parser = new Parser()
  const guarded = (act: () => void): void => {
    try {
      act()
    } catch (thrown) {
      fault = thrown
      parser.stop()
    }
  }
  parser.on('openTag', (name, attributes, decode) =>
    guarded(() => {
      let all: Record<string, string> | null = null
      listener.open(local(name), (wanted) => {
        const value = (all ??= attributes())[wanted]
        return value === undefined ? undefined : decode(value)
      })
    }),
  )
  parser.on('closeTag', (name) => guarded(() => listener.close?.(local(name))))
  parser.on('text', (text, decode) => guarded(() => listener.text?.(decode(text))))
  parser.on('cdata', (text) => guarded(() => listener.text?.(text)))
  parser.on('error', () => (isWell = false))
  parser.parse(xml)
  if (fault !== undefined) throw fault
  return isWell
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
