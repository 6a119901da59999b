/** Shared strings, and what a workbook writes inside texts: runs of rich text joined, readings of characters left out. */
import { readXml } from './read-xml.ts'

export interface SharedText {
  readonly text: string
  /** Written in several runs: a number typed so is text. */
  readonly isRich: boolean
}

/** Null where the part is broken. */
export function readTexts(xml: string): SharedText[] | null {
  const texts: SharedText[] = []
  const reading = createTextReading()
  const isWell = readXml(xml, {
    open: (name) => reading.open(name),
    text: (text) => reading.text(text),
    close: (name) => {
      reading.close(name)
      if (name === 'si') texts.push(reading.take())
    },
  })
  return isWell ? texts : null
}

export interface TextReading {
  open(name: string): void
  text(text: string): void
  close(name: string): void
  /** What was read since the last time. */
  take(): SharedText
}

/** Of `<si>` and `<is>`: `<t>` is text, in `<r>` a run of it, in `<rPh>` how it is pronounced. */
export function createTextReading(): TextReading {
  let own = ''
  let isRich = false
  let inText = false
  let inReading = false
  return {
    open(name) {
      if (name === 't') inText = true
      else if (name === 'r') isRich = true
      else if (name === 'rPh') inReading = true
    },
    text(text) {
      if (inText && !inReading) own += text
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
    },
    take() {
      const taken = { text: unescaped(own), isRich }
      own = ''
      isRich = false
      return taken
    },
  }
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
