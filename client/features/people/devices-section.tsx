/** Somebody's devices in use: what each says of itself, since when, last signed in; a lost one is revoked. */
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { formatDate, formatRelative } from '#client/i18n/format.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ToldDevices } from '#client/replica/devices.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { later } from '#client/ui/later.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { KnownDevice, Person } from '#shared/protocol/control.ts'
import { accessWords } from './access-words.ts'
import type { PeopleActs } from './follow-acts.ts'

const SureDialog = later(async () => (await import('./sure-dialog.tsx')).SureDialog)

export interface DevicesSectionProps {
  readonly replica: Pick<Replica, 'devices'>
  readonly person: Person
  /** This device's id. */
  readonly here: string
  readonly isOwn: boolean
  readonly isLastOwner: boolean
  readonly acts: PeopleActs
  readonly online: boolean
  readonly now: () => number
}

export function DevicesSection(props: DevicesSectionProps) {
  const words = useWords(accessWords)
  const [told, setTold] = createSignal<ToldDevices | null>(null)
  const [asking, setAsking] = createSignal<KnownDevice | null>(null)
  const read = async (): Promise<void> => {
    const answer = await props.replica.devices(props.person.member).catch((fault: unknown) => {
      console.error('the devices could not be asked for', fault)
      return null
    })
    if (answer !== null) setTold(answer)
  }
  // Anew with the connection, and when the relay spoke of somebody's devices or of what was done here.
  createEffect(
    on(
      [() => props.online, () => props.person.devices.join(), props.acts.records],
      () => void read(),
    ),
  )
  const inUse = (): readonly KnownDevice[] =>
    (told()?.devices ?? []).filter(({ revoked }) => !revoked)
  const nameOf = ({ name }: KnownDevice): string => name ?? words().unnamedDevice
  const isLast = (): boolean => props.isLastOwner && inUse().length === 1
  const said = ({ seenAt }: KnownDevice): string =>
    seenAt === null ? words().neverSeen : words().seen(formatRelative(seenAt, props.now()))
  const refused = () => {
    const refusal = (told()?.devices ?? []).map(({ id }) => props.acts.refusal(id)).find(Boolean)
    if (!refusal) return null
    const sentences: Readonly<Record<string, string>> = words().refused
    return sentences[refusal] ?? words().refused.other
  }
  return (
    <Section title={words().devices} note={props.isOwn ? words().devicesHelp : undefined}>
      <Stack>
        <Show when={refused()}>{(sentence) => <Banner tone="bad">{sentence()}</Banner>}</Show>
        <Show
          when={told()}
          fallback={
            <Show when={!props.online}>
              <Text kind="quiet">{words().devicesLater}</Text>
            </Show>
          }
        >
          {(list) => (
            <Show when={!props.online}>
              <Text kind="small">
                {words().devicesAsOf(formatRelative(list().at, props.now()))}
              </Text>
            </Show>
          )}
        </Show>
        <Show when={told() !== null && inUse().length === 0}>
          <Text kind="quiet">{words().noDevices}</Text>
        </Show>
        <FactList>
          <For each={inUse()}>
            {(device) => (
              <Fact
                label={
                  device.id === props.here
                    ? `${isolate(nameOf(device))} · ${words().thisDevice}`
                    : nameOf(device)
                }
                value={said(device)}
                help={words().linked(formatDate(device.at))}
                action={
                  <Show
                    when={!props.acts.isRevoked(device.id)}
                    fallback={<Text kind="small">{words().revoking}</Text>}
                  >
                    <Show when={!isLast()}>
                      <Button
                        aria-haspopup="dialog"
                        aria-label={`${words().revoke} · ${isolate(nameOf(device))}`}
                        onClick={() => setAsking(device)}
                      >
                        {words().revoke}
                      </Button>
                    </Show>
                  </Show>
                }
              />
            )}
          </For>
        </FactList>
        <Show when={isLast()}>
          <Text kind="small">{words().lastOwnerDevice}</Text>
        </Show>
      </Stack>
      <Show when={asking()}>
        {(device) => (
          <SureDialog
            title={words().revokeTitle(nameOf(device()))}
            then={[
              ...(device().id === props.here ? [words().revokeHere] : []),
              words().revokeNow,
              words().revokeKept,
              words().revokeUnsent,
              ...(props.online ? [] : [words().removeOffline]),
            ]}
            label={words().revokeSure}
            onSure={async () => (await props.acts.revoke(device().id)).ok}
            onClose={() => setAsking(null)}
          />
        )}
      </Show>
    </Section>
  )
}
