/** The vague words in a brief's free texts, each with where it stands and whether somebody said that it is meant. Pure. */
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { checkId } from '#shared/domain/briefs/derived-ids.ts'
import { findVague, type VagueHit } from './find-vague.ts'

export interface Flag extends VagueHit {
  /** Where it stands in the document: `points/<row>/text`, `short/tone`, `text:notes`; a move does not change it. */
  readonly place: string
  /** The key its reason stands under. */
  readonly check: string
}
export interface MeantFlag extends Flag {
  readonly reason: string
}

export interface Flags {
  readonly flags: readonly Flag[]
  /** Somebody said why they are meant; they cost nothing. */
  readonly meant: readonly MeantFlag[]
}

/** Names of products and brands are never looked at. */
export function flagsOf(brief: Brief, notes: string): Flags {
  const { points, references, sentences } = brief
  const texts: readonly (readonly [place: string, text: string])[] = [
    ...points.map(({ id, text }) => [`points/${id}/text`, text] as const),
    ...references.flatMap(({ id, learn, avoid }) => [
      [`references/${id}/learn`, learn] as const,
      [`references/${id}/avoid`, avoid] as const,
    ]),
    ['short/audience', sentences.audience.text],
    ['short/tone', sentences.tone.text],
    ['short/hook', sentences.hook.text],
    ['text:notes', notes],
  ]
  const all = texts.flatMap(([place, text]) =>
    findVague(text).map((hit): Flag => ({
      ...hit,
      place,
      check: checkId(place, hit.id, hit.text),
    })),
  )
  return {
    flags: all.filter(({ check }) => brief.meant[check] === undefined),
    meant: all.flatMap((flag) => {
      const reason = brief.meant[flag.check]
      return reason === undefined ? [] : [{ ...flag, reason }]
    }),
  }
}
