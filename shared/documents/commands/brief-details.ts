/**
 * What a person does to a brief's simple fields beyond dates, to its sentences, keywords and flagged words. A command that
 * would change nothing writes nothing. Left out: lists (brief-lists.ts).
 */
import type * as Y from 'yjs'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'
import { lineWithin, linesWithin, type TooLong } from '#shared/domain/briefs/clean-text.ts'
import {
  detailTypes,
  type BriefDetails,
  type DetailName,
  type SentenceName,
} from '#shared/domain/briefs/details.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { chooseShortText, readShortText, writeShortText } from '#shared/documents/short-text.ts'
import { nameFile, type FileRefusal } from './brief-files.ts'
import { change } from './local-change.ts'
import { sentenceCommand } from '#shared/domain/briefs/history/brief-parts.ts'

/** As read, but a file as a whole. */
export type DetailValue<Name extends DetailName> = Name extends 'brandFile'
  ? BriefFile | null
  : BriefDetails[Name]
export type DetailRefusal =
  | TooLong
  | FileRefusal
  | { readonly code: 'not-a-date' }
  | { readonly code: 'not-a-length'; readonly limit: number }

export function setDetail<Name extends DetailName>(
  doc: Y.Doc,
  name: Name,
  value: DetailValue<Name>,
): Result<null, DetailRefusal> {
  const fit = fitDetail(name, value)
  if (!fit.ok) return fit
  const fields = rootMap(doc, 'fields')
  if ((fields.get(name) ?? null) === fit.value) return ok(null)
  const file = typeof value === 'object' ? value : null
  if (file !== null) {
    const named = nameFile(doc, file)
    if (!named.ok) return named
    change(doc, 'setDetail', [name], () => {
      named.value()
      fields.set(name, fit.value)
    })
    return ok(null)
  }
  change(doc, 'setDetail', [name], () => void fields.set(name, fit.value))
  return ok(null)
}

function fitDetail(
  name: DetailName,
  value: string | number | boolean | BriefFile | null,
): Result<string | number | boolean | null, DetailRefusal> {
  if (value === null) return ok(null)
  if (typeof value === 'object') return ok(value.id)
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 1 && value <= limits.videoSeconds
      ? ok(value)
      : refuse({ code: 'not-a-length', limit: limits.videoSeconds })
  if (typeof value === 'boolean') return ok(value)
  const type = detailTypes[name]
  if (type === 'day') return isCalendarDate(value) ? ok(value) : refuse({ code: 'not-a-date' })
  return type === 'lines'
    ? linesWithin(name, value, limits.passageCharacters)
    : lineWithin(name, value, limits.cellCharacters)
}

export const sentenceCharacters = (name: SentenceName): number =>
  name === 'brandStory' ? limits.passageCharacters : limits.sentenceCharacters

export function setSentence(doc: Y.Doc, name: SentenceName, text: string): Result<null, TooLong> {
  const line = lineWithin(name, text, sentenceCharacters(name))
  if (!line.ok) return line
  const short = rootMap(doc, 'short')
  const now = readShortText(short, name)
  if (now === null ? line.value !== '' : now.choose || now.text !== line.value) {
    const write = (): void => writeShortText(short, name, line.value)
    change(doc, sentenceCommand('set', name), [name], write)
  }
  return ok(null)
}

/** Settles on one of several; refused when that one has been settled or rewritten meanwhile. */
export function chooseSentence(
  doc: Y.Doc,
  name: SentenceName,
  writer: string,
): Result<null, { readonly code: 'no-such-candidate' }> {
  const short = rootMap(doc, 'short')
  const stands = readShortText(short, name)?.candidates.some((one) => one.writer === writer)
  if (stands !== true) return refuse({ code: 'no-such-candidate' })
  change(doc, sentenceCommand('choose', name), [name], () => {
    chooseShortText(short, name, writer)
  })
  return ok(null)
}

/** `terms`: one a line. */
export function setKeywords(
  doc: Y.Doc,
  { market, locale }: { readonly market: string; readonly locale: string },
  values: { readonly terms?: string; readonly source?: string },
): Result<null, TooLong> {
  const base = `${market}.${locale}`
  const map = rootMap(doc, 'keywords')
  const fit: [string, string][] = []
  for (const [field, text] of Object.entries(values)) {
    const clean =
      field === 'terms'
        ? linesWithin('keywords', text, limits.passageCharacters)
        : lineWithin('keywords', text, limits.cellCharacters)
    if (!clean.ok) return clean
    if ((map.get(`${base}/${field}`) ?? '') !== clean.value)
      fit.push([`${base}/${field}`, clean.value])
  }
  if (fit.length > 0)
    change(
      doc,
      'setKeywords',
      fit.map(([key]) => key),
      () => {
        for (const [key, text] of fit) map.set(key, text)
      },
    )
  return ok(null)
}

/** Says why a flagged word is meant as it stands, or, with an empty reason, that it no longer is. */
export function meanExactly(
  doc: Y.Doc,
  check: string,
  reason: string,
): Result<null, TooLong | { readonly code: 'too-many-rows'; readonly limit: number }> {
  const line = lineWithin('meant', reason, limits.reasonCharacters)
  if (!line.ok) return line
  const meant = rootMap(doc, 'meant')
  const key = `${check}/reason`
  if ((meant.get(key) ?? '') === line.value) return ok(null)
  if (!meant.has(key) && meant.size >= limits.listRowsPerBrief)
    return refuse({ code: 'too-many-rows', limit: limits.listRowsPerBrief })
  change(doc, 'meanExactly', [check], () => void meant.set(key, line.value))
  return ok(null)
}
