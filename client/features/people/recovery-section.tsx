/** On an owner's own page: what would bring them back if all their devices were lost. */
import { createSignal, For, Show } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { endInvite, type Inviting } from '#client/live/make-invite.ts'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { later } from '#client/ui/later.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { PeopleActs } from './follow-acts.ts'
import { sheetsOf, type Sheet } from './recovery.ts'
import { recoveryWords } from './recovery-words.ts'

const RecoveryDialog = later(async () => (await import('./recovery-dialog.tsx')).RecoveryDialog)

export interface RecoverySectionProps {
  readonly replica: Inviting
  readonly acts: PeopleActs
  readonly workspaceName: string
  readonly name: string
  readonly isLastOwner: boolean
  readonly online: boolean
  readonly now: () => number
}

export function RecoverySection(props: RecoverySectionProps) {
  const words = useWords(recoveryWords)
  const [isPrinting, setPrinting] = createSignal(false)
  const sheets = (): readonly Sheet[] =>
    sheetsOf(props.acts.records() ?? [], props.replica.identity.member, props.now())
  const said = ({ standing, expiresAt }: Sheet): string =>
    standing === 'works' ? words().worksUntil(formatDate(expiresAt, 'full')) : words()[standing]
  return (
    <Section title={words().title}>
      <Stack>
        <Show when={props.isLastOwner}>
          <Row wrap>
            <Text>{words().onlyOwner}</Text>
            <Button kind="quiet" href="/people">
              {words().chooseOwner}
            </Button>
          </Row>
        </Show>
        <Text kind="small">{words().help}</Text>
        <FactList>
          <For each={sheets()}>
            {(sheet) => (
              <Fact
                label={words().printed(formatDate(sheet.at, 'short'))}
                value={said(sheet)}
                tone={sheet.standing === 'works' ? 'ok' : undefined}
                action={
                  <Show when={sheet.standing === 'works' || sheet.standing === 'waiting'}>
                    <Button
                      aria-label={`${words().end} · ${words().printed(formatDate(sheet.at, 'short'))}`}
                      onClick={() => void endInvite(props.replica, sheet.id)}
                    >
                      {words().end}
                    </Button>
                  </Show>
                }
              />
            )}
          </For>
        </FactList>
        <Show when={sheets().length === 0}>
          <Text kind="quiet">{words().none}</Text>
        </Show>
        <Row>
          <Button aria-haspopup="dialog" onClick={() => setPrinting(true)}>
            {words().print}
          </Button>
        </Row>
      </Stack>
      <Show when={isPrinting()}>
        <RecoveryDialog
          replica={props.replica}
          workspaceName={props.workspaceName}
          name={props.name}
          online={props.online}
          now={props.now}
          onClose={() => setPrinting(false)}
        />
      </Show>
    </Section>
  )
}
