/** The brief's simple fields and sentences as sections read them. */
import type { Accessor } from 'solid-js'
import { follow } from '#client/live/follow.ts'
import type { Sentence } from '#shared/domain/briefs/brief.ts'
import type { BriefDetails, SentenceName } from '#shared/domain/briefs/details.ts'
import { readDetails, readSentences } from '#shared/documents/readers/read-details.ts'
import { rootMap } from '#shared/documents/roots.ts'
import type { SectionOf } from './section-of.ts'

export const followDetails = (section: Pick<SectionOf, 'doc'>): Accessor<BriefDetails> =>
  follow(
    () => section.doc,
    (doc) => [rootMap(doc, 'fields')],
    (doc) => readDetails(rootMap(doc, 'fields')),
  )

export const followSentences = (
  section: Pick<SectionOf, 'doc'>,
): Accessor<Readonly<Record<SentenceName, Sentence>>> =>
  follow(
    () => section.doc,
    (doc) => [rootMap(doc, 'short')],
    (doc) => readSentences(rootMap(doc, 'short')),
  )
