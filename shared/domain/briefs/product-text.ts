/** A product's text as it is kept: one clean line, a note as many lines as it has. */
import { cleanLine } from '#shared/lib/clean-line.ts'
import { cleanPassage } from './clean-text.ts'

export const productText = (field: string, text: string): string =>
  field === 'note' ? cleanPassage(text) : cleanLine(text)
