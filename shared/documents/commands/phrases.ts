/** A lead writes what messages of the team say. */
import type * as Y from 'yjs'
import { phraseKey, wordingOf } from '#shared/domain/messages/phrases.ts'
import { languageById } from '#shared/domain/choices/languages.ts'
import { readPhrases } from '#shared/documents/readers/read-phrases.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { PhraseId } from '#shared/lib/message-phrases.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { change } from './local-change.ts'

/** Null, or nothing written: as it is shipped. */
export function setPhrase(
  doc: Y.Doc,
  phrase: PhraseId,
  language: string,
  text: string | null,
): Result<null, { readonly code: 'too-long' | 'no-such-language' }> {
  if (languageById(language) === null) return refuse({ code: 'no-such-language' })
  const wording = text?.trim() ?? ''
  if ([...wording].length > limits.phraseCharacters) return refuse({ code: 'too-long' })
  const own = readPhrases(doc)
  const name = phraseKey(phrase, language)
  const isShipped = wording === '' || wording === wordingOf(new Map(), phrase, language)
  const wanted = isShipped ? null : wording
  if ((own.get(name) ?? null) === wanted) return ok(null)
  change(doc, 'setPhrase', [name], () => void rootMap(doc, 'phrases').set(`${name}/text`, wanted))
  return ok(null)
}
