/**
 * Makes a recovery sheet and prints it. The code is shown only once the relay has its record, and never again; a sheet that
 * was neither printed nor written down is revoked as the dialog closes.
 */
import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { endInvite, makeInvite, type Inviting } from '#client/live/make-invite.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { later } from '#client/ui/later.tsx'
import { PrintSheet } from '#client/ui/print-sheet.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { InviteId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import {
  codeLetters,
  inviteOfLinkCode,
  newLinkCode,
  showLinkCode,
} from '#shared/protocol/link-code.ts'
import { readInvites } from '#shared/records/invites.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { recoveryWords } from './recovery-words.ts'

const QrCode = later(async () => (await import('#client/ui/qr-code.tsx')).QrCode)

export interface RecoveryDialogProps {
  readonly replica: Inviting
  readonly workspaceName: string
  readonly name: string
  readonly online: boolean
  readonly now: () => number
  readonly onClose: () => void
}

type Step =
  | { readonly at: 'before'; readonly failed: 'refused' | 'tooMany' | 'notStored' | null }
  | { readonly at: 'making' }
  | {
      readonly at: 'made'
      readonly id: InviteId
      readonly code: string
      readonly link: string
      readonly expiresAt: number
    }

export function RecoveryDialog(props: RecoveryDialogProps) {
  const words = useWords(recoveryWords)
  const [step, setStep] = createSignal<Step>({ at: 'before', failed: null })
  const [isKept, setKept] = createSignal(false)
  let isGone = false
  const as = <At extends Step['at']>(at: At): Extract<Step, { at: At }> | null => {
    const now = step()
    return now.at === at ? (now as Extract<Step, { at: At }>) : null
  }
  const make = async (): Promise<void> => {
    setStep({ at: 'making' })
    const code = newLinkCode((bytes) => void crypto.getRandomValues(bytes), codeLetters.recovery)
    const expiresAt = props.now() + limits.recoveryInviteMs
    const key = inviteOfLinkCode(code)
    const made = await makeInvite(props.replica, { for: 'recovery', expiresAt }, key)
    if (!made.ok) return void setStep({ at: 'before', failed: 'notStored' })
    const { id, link } = made.value
    const refused = await becomes(props.replica, id)
    if (refused !== null) {
      setStep({ at: 'before', failed: refused === 'too-many' ? 'tooMany' : 'refused' })
    } else if (isGone) void endInvite(props.replica, id)
    else setStep({ at: 'made', id, code, link, expiresAt })
  }
  const keep = (): void => {
    setKept(true)
    props.onClose()
  }
  const print = (): void => {
    setKept(true)
    window.print()
  }
  // However it closes: a sheet that is nowhere on paper opens nothing.
  onCleanup(() => {
    isGone = true
    const made = as('made')
    if (made === null || isKept()) return
    void endInvite(props.replica, made.id)
    showToast(words().dropped)
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().dialogTitle}
      description={words().dialogHelp}
      closeLabel={words().close}
      size="wide"
      actions={
        <Show
          when={as('made')}
          fallback={
            <Button
              kind="primary"
              pending={step().at === 'making'}
              disabled={!props.online && step().at === 'before'}
              onClick={() => void make()}
            >
              {step().at === 'making' ? words().making : words().make}
            </Button>
          }
        >
          <Button onClick={keep}>{words().written}</Button>
          {/* The button that was pressed is gone, and the focus with it. */}
          <Button
            kind="primary"
            ref={(button) => queueMicrotask(() => button.focus())}
            onClick={print}
          >
            {words().printNow}
          </Button>
        </Show>
      }
    >
      <Switch>
        <Match when={as('made')}>
          {(made) => (
            <Sheet
              code={made().code}
              link={made().link}
              expiresAt={made().expiresAt}
              workspaceName={props.workspaceName}
              name={props.name}
              now={props.now()}
            />
          )}
        </Match>
        <Match when={as('before')}>
          {(before) => (
            <Stack>
              <Show when={!props.online}>
                <Banner tone="info">{words().offline}</Banner>
              </Show>
              <Show when={before().failed}>
                {(failed) => <Banner tone="bad">{words()[failed()]}</Banner>}
              </Show>
            </Stack>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

function Sheet(props: {
  readonly code: string
  readonly link: string
  readonly expiresAt: number
  readonly workspaceName: string
  readonly name: string
  readonly now: number
}) {
  const words = useWords(recoveryWords)
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const column = (lang: 'zh' | 'en') => {
    const { sheet } = recoveryWords[lang]
    return {
      lang: lang === 'zh' ? 'zh-CN' : 'en',
      title: sheet.title,
      lead: sheet.lead(props.workspaceName, props.name),
      how: sheet.how,
      steps: [sheet.steps.first, sheet.steps.second, sheet.steps.third],
      care: sheet.care,
      foot: [sheet.made(day(props.now), day(props.expiresAt)), sheet.lost],
    }
  }
  const both = (part: 'address' | 'code'): string =>
    `${recoveryWords.zh.sheet[part]} · ${recoveryWords.en.sheet[part]}`
  return (
    <PrintSheet
      columns={[column('zh'), column('en')]}
      keys={[
        { label: both('address'), text: `${new URL(props.link).origin}/join` },
        { label: both('code'), text: showLinkCode(props.code), code: true },
      ]}
      picture={<QrCode text={props.link} label={words().qr} />}
    />
  )
}

/** Why the relay did not take it; null once it has. */
function becomes({ identity, records }: Inviting, id: InviteId): Promise<string | null> {
  return new Promise((resolve) => {
    const look = async (): Promise<void> => {
      const all = readInvites(await records.of(peopleScope(identity.workspace.id)))
      const made = all.find((one) => one.id === id)
      if (made === undefined || made.standing === 'waiting') return
      stop()
      resolve(made.standing === 'refused' ? (made.refused ?? 'refused') : null)
    }
    const stop = records.subscribe(() => void look())
    void look()
  })
}
