/**
 * The vague words of one text, below it: what to write instead, and the way to say that the word is meant as it stands. Whoever
 * only reads sees them, too.
 */
import { createMemo, createSignal, For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import type { SectionOf } from '#client/features/briefs/sections/section-of.ts'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { checkId } from '#shared/domain/briefs/derived-ids.ts'
import { findVague, type VagueHit } from '#shared/domain/briefs/quality/find-vague.ts'
import { vagueWordById } from '#shared/domain/briefs/quality/vague-words.ts'
import { meanExactly } from '#shared/documents/commands/brief-details.ts'
import { limits } from '#shared/protocol/limits.ts'
import { followMeant } from './follow-meant.ts'

export interface FlaggedProps {
  readonly section: SectionOf
  /** As in shared/domain/briefs/quality/flags.ts. */
  readonly place: string
  readonly text: string
}

export function Flagged(props: FlaggedProps) {
  const meant = followMeant(() => props.section.doc)
  const hits = createMemo(() => findVague(props.text), [], { equals: isSame })
  return (
    <Show when={hits().length > 0}>
      <div data-flags={props.place}>
        <Stack gap="tight">
          <For each={hits()}>
            {(hit) => {
              const check = (): string => checkId(props.place, hit.id, hit.text)
              return (
                <Show
                  when={meant()[check()]}
                  fallback={<FlaggedWord section={props.section} hit={hit} check={check()} />}
                >
                  {(reason) => (
                    <MeantWord
                      section={props.section}
                      hit={hit}
                      check={check()}
                      reason={reason()}
                    />
                  )}
                </Show>
              )
            }}
          </For>
        </Stack>
      </div>
    </Show>
  )
}

interface WordProps {
  readonly section: SectionOf
  readonly hit: VagueHit
  readonly check: string
}

function FlaggedWord(props: WordProps) {
  const [words, form] = [useWords(sectionWords), useWords(formWords)]
  const [asking, setAsking] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const instead = (): string => vagueWordById(props.hit.id)?.[language()] ?? ''
  const keep = (): void => {
    if (reason().trim() === '') return
    const done = meanExactly(props.section.doc, props.check, reason())
    if (!done.ok) showToast(sayRefusal(done.refusal, form()), { tone: 'warn' })
  }
  return (
    <Show
      when={asking()}
      fallback={
        <Banner
          tone="warn"
          action={
            <Show when={!props.section.readOnly}>
              <Button kind="quiet" onClick={() => setAsking(true)}>
                {words().meanIt}
              </Button>
            </Show>
          }
        >
          {words().vague(props.hit.text, instead())}
        </Banner>
      }
    >
      <Stack gap="tight">
        <TextField
          label={words().reason(props.hit.text)}
          value={reason()}
          onInput={setReason}
          onEnter={keep}
          maxLength={limits.reasonCharacters}
          autofocus
        />
        <Row>
          <Button disabled={reason().trim() === ''} onClick={keep}>
            {words().reasonDone}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {words().cancel}
          </Button>
        </Row>
      </Stack>
    </Show>
  )
}

function MeantWord(props: WordProps & { readonly reason: string }) {
  const words = useWords(sectionWords)
  return (
    <Row spread>
      <Text kind="small">{words().meantAs(props.hit.text, props.reason)}</Text>
      <Show when={!props.section.readOnly}>
        <Button kind="quiet" onClick={() => void meanExactly(props.section.doc, props.check, '')}>
          {words().takeBack}
        </Button>
      </Show>
    </Row>
  )
}

/** So that a reason half written stays while somebody types elsewhere in the text. */
const isSame = (one: readonly VagueHit[], other: readonly VagueHit[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
