/** Every version there was, the newest first: who published it, when, why, and what it changed. */
import { For, Show } from 'solid-js'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { TeamSop } from '#client/live/follow-sop.ts'
import { whyNot } from '#client/live/current-sop.ts'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { shippedVersion, type Publication } from '#shared/records/sop-versions.ts'
import { sayChanges } from './say-changes.ts'
import { versionName, whoSaid, type SaidBy } from './say-version.ts'
import { sopWords } from './words.ts'

export interface VersionsSectionProps {
  readonly sop: TeamSop
  readonly among: SaidBy
  readonly mayChange: boolean
  readonly onLook: (version: string) => void
  readonly onUse: (version: string) => void
}

export function VersionsSection(props: VersionsSectionProps) {
  const words = useWords(sopWords)
  const all = () => props.sop.versions.all.toReversed()
  const isNow = (version: string): boolean =>
    (props.sop.versions.current?.version ?? shippedVersion) === version
  /** What it changed of the one it was published over; where both are here. */
  const changes = ({ version, over }: Publication): readonly string[] => {
    const before = props.sop.versions.all.find(({ id }) => id === over)?.version ?? shippedVersion
    const [from, to] = [props.sop.shelf.find(before).sop, props.sop.shelf.find(version).sop]
    return from === null || to === null ? [] : sayChanges(from, to)
  }
  /** Which took over where this one did not. */
  const insteadOf = (one: Publication): string => {
    const other = props.sop.versions.line.find(({ over }) => over === one.over)
    return words().besideHelp(
      other === undefined ? words().somebody : whoSaid(other.by, props.among),
    )
  }
  const notes = (one: Publication): readonly string[] => {
    const why = whyNot(props.sop.shelf, one.version)
    return [
      one.reason,
      ...changes(one),
      one.standing === 'beside' ? insteadOf(one) : '',
      one.isWaiting ? words().waiting : '',
      why === null ? '' : words().gaps[why],
    ].filter((note) => note !== '')
  }
  const ways = (version: string) => (
    <Row>
      <Show when={props.sop.shelf.find(version).sop !== null && !isNow(version)}>
        <Button kind="quiet" onClick={() => props.onLook(version)}>
          {words().look}
        </Button>
      </Show>
      <Show when={props.mayChange && !isNow(version) && whyNot(props.sop.shelf, version) === null}>
        <Button kind="quiet" onClick={() => props.onUse(version)}>
          {words().use}
        </Button>
      </Show>
    </Row>
  )
  return (
    <Section title={words().versions}>
      <FactList>
        <For each={all()}>
          {(one) => (
            <Fact
              label={formatDateTime(one.at)}
              value={
                <Row wrap>
                  {one.version === shippedVersion
                    ? words().goneBack(whoSaid(one.by, props.among))
                    : [versionName(one), whoSaid(one.by, props.among)].join(words().between)}
                  <StatusPill tone={tones[one.standing]}>
                    {words().standing[one.standing]}
                  </StatusPill>
                </Row>
              }
              help={
                <Show when={notes(one).length > 0}>
                  <Stack gap="none">
                    <For each={notes(one)}>{(note) => <Text kind="small">{note}</Text>}</For>
                  </Stack>
                </Show>
              }
              action={ways(one.version)}
            />
          )}
        </For>
        <Fact
          label=""
          value={
            <Row wrap>
              {words().shipped}
              <Show when={props.sop.versions.current === null}>
                <StatusPill tone="ok">{words().standing.current}</StatusPill>
              </Show>
            </Row>
          }
          action={ways(defaultSop.id)}
        />
      </FactList>
    </Section>
  )
}

const tones = { current: 'ok', past: 'neutral', beside: 'warn' } as const
