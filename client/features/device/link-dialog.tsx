/** A code for one more device: to scan or to type, how long it works, and when the device is there. */
import { createMemo, Match, Show, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { later } from '#client/ui/later.tsx'
import { OnItsWay } from '#client/ui/on-its-way.tsx'
import { ShownCode } from '#client/ui/shown-code.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { createLinkOffer, type LinkOffer } from './link-offer.ts'
import { linkWords } from './link-words.ts'

const QrCode = later(async () => (await import('#client/ui/qr-code.tsx')).QrCode)

export interface LinkDialogProps {
  readonly replica: Replica
  readonly now: () => number
  readonly onDevices: () => void
  readonly onClose: () => void
}

export function LinkDialog(props: LinkDialogProps) {
  const words = useWords(linkWords)
  const { offer, again } = createLinkOffer(props.replica, () => props.now())
  const as = <K extends LinkOffer['kind']>(kind: K): Extract<LinkOffer, { kind: K }> | null => {
    const now = offer()
    return now.kind === kind ? (now as Extract<LinkOffer, { kind: K }>) : null
  }
  const anew = () => (
    <Button kind="primary" onClick={again}>
      {words().again}
    </Button>
  )
  const toDevices = () => (
    <Button
      kind="quiet"
      onClick={() => {
        props.onClose()
        props.onDevices()
      }}
    >
      {words().myDevices}
    </Button>
  )
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().open}
      closeLabel={words().close}
      actions={
        as('linked') === null ? undefined : (
          <Button kind="primary" onClick={() => props.onClose()}>
            {words().done}
          </Button>
        )
      }
    >
      <Switch>
        <Match when={as('making')}>
          <Skeleton label={words().making} lines={3} />
        </Match>
        <Match when={as('not-stored')}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Match>
        <Match when={as('refused')}>
          <Banner tone="bad" action={anew()}>
            {words().refused}
          </Banner>
        </Match>
        <Match when={as('expired')}>
          <Banner tone="warn" action={anew()}>
            {words().expired}
          </Banner>
        </Match>
        <Match when={as('linked')}>
          {(now) => (
            <Stack>
              <Banner tone="ok" action={toDevices()}>
                {words().linked(now().device)}
              </Banner>
              <Text kind="small">{words().linkedHelp}</Text>
            </Stack>
          )}
        </Match>
        <Match when={as('shown')}>{(now) => <Shown offer={now()} />}</Match>
      </Switch>
    </Dialog>
  )
}

function Shown(props: { readonly offer: Extract<LinkOffer, { kind: 'shown' }> }) {
  const words = useWords(linkWords)
  // Repainted by the minute, not with every look.
  const minutes = createMemo(() => Math.floor(props.offer.leftMs / 60_000))
  const link = createMemo(() => props.offer.link)
  return (
    <Stack>
      <Show when={!props.offer.sent}>
        <OnItsWay soon={words().onWay} late={words().notYet} />
      </Show>
      <Text>{words().scan}</Text>
      <QrCode text={link()} label={words().qrLabel} />
      <Text>{words().type}</Text>
      <Text kind="quiet">
        <span translate="no">{props.offer.address}</span>
      </Text>
      <ShownCode code={props.offer.code} />
      <Text kind="small">{minutes() > 0 ? words().left(minutes()) : words().lastMinute}</Text>
      <Text kind="small">{words().keep}</Text>
    </Stack>
  )
}
