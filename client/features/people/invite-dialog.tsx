/** Makes an invite link: what it allows, how long, how often; then shows the link, once, ready to copy. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Access } from '#shared/protocol/names.ts'
import type { InviteCalls, Refused } from './relay-calls.ts'
import { peopleWords } from './words.ts'

export interface InviteDialogProps {
  /** Of whoever invites: only an owner makes leads. */
  readonly access: Access
  readonly calls: InviteCalls
  readonly onClose: () => void
}

/** An owner is made by the owner link alone, so it is not offered. */
const offered = ['member', 'lead', 'viewer'] as const satisfies readonly Access[]
const spans = ['24', '168', '720'] as const
const counts = ['1', '5', '20', '100'] as const

export function InviteDialog(props: InviteDialogProps) {
  const words = useWords(peopleWords)
  const [access, setAccess] = createSignal<(typeof offered)[number]>('member')
  const [hours, setHours] = createSignal<(typeof spans)[number]>('168')
  const [uses, setUses] = createSignal<(typeof counts)[number]>('5')
  const [link, setLink] = createSignal('')
  const [pending, setPending] = createSignal(false)
  const [copied, setCopied] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refused | null>(null)

  const mayOffer = (offer: Access): boolean => offer !== 'lead' || props.access === 'owner'

  const make = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const made = await props.calls.createInvite({
      access: access(),
      hours: Number(hours()),
      uses: Number(uses()),
    })
    setPending(false)
    setRefusal(made.ok ? null : made.refusal)
    if (made.ok) setLink(made.value.link)
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link()).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  const spanWords = (): Record<(typeof spans)[number], string> => ({
    '24': words().day,
    '168': words().week,
    '720': words().month,
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().newInvite}
      closeLabel={words().close}
      actions={
        <Show
          when={link() !== ''}
          fallback={
            <Button kind="primary" pending={pending()} onClick={() => void make()}>
              {words().makeLink}
            </Button>
          }
        >
          <Button kind="primary" onClick={() => void copy()}>
            {copied() ? words().copied : words().copy}
          </Button>
        </Show>
      }
    >
      <Show
        when={link() === ''}
        fallback={
          <Stack>
            <TextField
              label={words().linkLabel}
              value={link()}
              readOnly
              onInput={() => undefined}
              ref={takeFocus}
            />
            <Text kind="small">{words().linkOnce}</Text>
          </Stack>
        }
      >
        <Stack>
          <Select
            label={words().access}
            value={access()}
            options={offered.filter(mayOffer).map((value) => ({
              value,
              label: `${words()[value]} · ${words().accessHelp[value]}`,
            }))}
            onChange={setAccess}
          />
          <Row fill gap="related">
            <Select
              label={words().validFor}
              value={hours()}
              options={spans.map((value) => ({ value, label: spanWords()[value] }))}
              onChange={setHours}
            />
            <Select
              label={words().uses}
              value={uses()}
              options={counts.map((value) => ({ value, label: words().times(Number(value)) }))}
              onChange={setUses}
            />
          </Row>
          <Show when={refusal()}>
            {(refused) => <Banner tone="bad">{words().refusals[refused().code]}</Banner>}
          </Show>
        </Stack>
      </Show>
    </Dialog>
  )
}

/** The button that made the link is gone with its focus; the link takes it, selected and ready to copy. */
function takeFocus(field: HTMLInputElement | HTMLTextAreaElement): void {
  queueMicrotask(() => {
    field.focus()
    // Backwards, so that the field shows where the link begins.
    field.setSelectionRange(0, field.value.length, 'backward')
  })
}
