/** A brief's simple fields and sentences as plain values. Never throws; a value of another type counts as none. */
import type * as Y from 'yjs'
import type { Sentence } from '#shared/domain/briefs/brief.ts'
import type { BriefDetails, SentenceName } from '#shared/domain/briefs/details.ts'
import { readShortText } from '#shared/documents/short-text.ts'
import { dayIn, fileIdIn, flagIn, textIn, wholeIn } from './plain-values.ts'

export function readDetails(fields: Y.Map<unknown>): BriefDetails {
  const rules = fields.get('designRules')
  return {
    sourceLanguage: textIn(fields.get('sourceLanguage')),
    leadTarget: textIn(fields.get('leadTarget')),
    shoot: flagIn(fields.get('shoot')),
    shootPlace: textIn(fields.get('shootPlace')),
    sampleArrives: dayIn(fields.get('sampleArrives')),
    designRules: rules === 'present' || rules === 'from-scratch' ? rules : null,
    brandKit: textIn(fields.get('brandKit')),
    brandFile: fileIdIn(fields.get('brandFile')),
    noLimitsKnown: flagIn(fields.get('noLimitsKnown')),
    videoSeconds: wholeIn(fields.get('videoSeconds')),
    videoAspect: textIn(fields.get('videoAspect')),
    adPlacement: textIn(fields.get('adPlacement')),
    adMetric: textIn(fields.get('adMetric')),
    notSaidLive: textIn(fields.get('notSaidLive')),
  }
}

export function readSentences(short: Y.Map<unknown>): Record<SentenceName, Sentence> {
  const read = (name: SentenceName): Sentence => {
    const text = readShortText(short, name)
    return { text: text?.text ?? '', candidates: text?.candidates ?? [] }
  }
  return {
    audience: read('audience'),
    tone: read('tone'),
    hook: read('hook'),
    brandStory: read('brandStory'),
    adHypothesis: read('adHypothesis'),
  }
}
