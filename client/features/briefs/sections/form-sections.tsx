/**
 * The parts of the form behind the selling points. What belongs to one deliverable stands only while that is chosen, or while
 * something was written there. Loaded when a brief is open.
 */
import { createMemo, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { follow } from '#client/live/follow.ts'
import { Section } from '#client/ui/section.tsx'
import type { Product, Target } from '#shared/domain/briefs/brief.ts'
import type { ListRow } from '#shared/domain/briefs/lists.ts'
import { moduleKinds } from '#shared/domain/briefs/quality/judge-items.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { readKeywords } from '#shared/documents/readers/read-keyed.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { AdsSection } from './ads-section.tsx'
import { AudienceSection } from './audience-section.tsx'
import { DesignSection } from './design-section.tsx'
import { FactsSection } from './facts-section.tsx'
import { followDetails, followSentences } from './follow-details.ts'
import { followList } from './follow-list.ts'
import { KeywordsSection } from './keywords-section.tsx'
import { LimitsSection } from './limits-section.tsx'
import { LiveSection } from './live-section.tsx'
import { MaterialsSection } from './materials-section.tsx'
import { ModulesSection } from './modules-section.tsx'
import { ReferencesSection } from './references-section.tsx'
import type { SectionOf } from './section-of.ts'
import { SentenceField } from './sentence-field.tsx'
import { TermsSection } from './terms-section.tsx'
import { VideoSection } from './video-section.tsx'

export interface FormSectionsProps {
  readonly section: SectionOf
  readonly products: readonly Product[]
  readonly targets: readonly Target[]
  readonly deliverables: readonly ListRow<'deliverables'>[]
}

export function FormSections(props: FormSectionsProps) {
  const form = useWords(formWords)
  const details = followDetails(props.section)
  const sentences = followSentences(props.section)
  const modules = followList(props.section, 'modules')
  const terms = followList(props.section, 'terms')
  const offers = followList(props.section, 'offers')
  const keywords = follow(
    () => props.section.doc,
    (doc) => [rootMap(doc, 'keywords')],
    (doc) => readKeywords(rootMap(doc, 'keywords')),
  )
  const chosen = createMemo(() => props.deliverables.map(({ id }): string => id))
  const has = (...ids: readonly string[]): boolean => ids.some((id) => chosen().includes(id))
  const isSaid = (name: 'hook' | 'brandStory' | 'adHypothesis'): boolean =>
    sentences()[name].text !== ''
  const hasVideo = (): boolean =>
    chosen().some((id) => deliverableById(id)?.kind === 'video') ||
    isSaid('hook') ||
    details().videoSeconds !== null
  const kinds = createMemo(() => chosen().filter((id) => moduleKinds.has(id)))
  const languages = createMemo(() => new Set(props.targets.map(({ locale }) => locale.slice(0, 2))))
  const places = createMemo(() => {
    const wanted = has('title', 'bullets', 'search-terms')
      ? props.targets.map(({ market, locale }) => `${market}.${locale}`)
      : []
    const written = keywords().map(({ market, locale }) => `${market}.${locale}`)
    return [...new Set([...wanted, ...written])].sort()
  })
  const hasAds = (): boolean =>
    has('ad-creative') ||
    isSaid('adHypothesis') ||
    details().adPlacement !== '' ||
    details().adMetric !== ''
  return (
    <>
      <FactsSection section={props.section} />
      <ReferencesSection section={props.section} />
      <MaterialsSection section={props.section} details={details()} />
      <DesignSection section={props.section} details={details()} />
      <LimitsSection section={props.section} details={details()} products={props.products} />
      <AudienceSection section={props.section} sentences={sentences} />
      <Show when={hasVideo()}>
        <VideoSection section={props.section} details={details()} sentences={sentences} />
      </Show>
      <Show when={kinds().length > 0 || modules().length > 0}>
        <ModulesSection section={props.section} rows={modules()} kinds={kinds()} />
      </Show>
      <Show when={has('brand-story') || isSaid('brandStory')}>
        <Section title={form().parts.brandStory}>
          <SentenceField section={props.section} name="brandStory" sentences={sentences} />
        </Section>
      </Show>
      <Show when={places().length > 0}>
        <KeywordsSection section={props.section} places={places()} keywords={keywords()} />
      </Show>
      <Show when={languages().size > 1 || terms().length > 0}>
        <TermsSection section={props.section} rows={terms()} />
      </Show>
      <Show when={has('live-script') || offers().length > 0 || details().notSaidLive !== ''}>
        <LiveSection
          section={props.section}
          rows={offers()}
          products={props.products}
          details={details()}
        />
      </Show>
      <Show when={hasAds()}>
        <AdsSection section={props.section} details={details()} sentences={sentences} />
      </Show>
    </>
  )
}
