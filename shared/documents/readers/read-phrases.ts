/** A team's own wordings, in the workspace's document. Total: what is no wording of a phrase there is, is not there. */
import type * as Y from 'yjs'
import { isPhraseKey, type OwnPhrases } from '#shared/domain/messages/phrases.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { limits } from '#shared/protocol/limits.ts'

export function readPhrases(doc: Y.Doc): OwnPhrases {
  const own = new Map<string, string>()
  for (const [key, value] of rootMap(doc, 'phrases').entries()) {
    const name = key.endsWith('/text') ? key.slice(0, -'/text'.length) : ''
    if (isPhraseKey(name) && typeof value === 'string' && value.trim() !== '')
      own.set(name, [...value].slice(0, limits.phraseCharacters).join(''))
  }
  return own
}
