/**
 * Where a comment is written: a field that grows, `@` offers colleagues, Ctrl/Cmd+Enter sends. It never acts while an
 * input method composes. What is in it is its owner's to keep.
 */
import { createEffect, createSignal, createUniqueId, For, onMount, Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Button } from '#client/ui/button.tsx'
import { isComposing } from '#client/ui/is-composing.ts'
import type { Named } from '#shared/domain/talk/mentions.ts'
import { complete, completeAt, type Completion } from './completion.ts'
import { talkWords } from './words.ts'
import '#client/ui/field.css'
import './talk.css'

export interface ComposerProps {
  readonly label: string
  readonly placeholder: string
  readonly sendLabel: string
  readonly text: string
  readonly people: readonly Named[]
  readonly onText: (text: string) => void
  /** A sentence when it cannot be sent as it is; null when it is done. */
  readonly onSend: () => string | null
  readonly onCancel?: (() => void) | undefined
  readonly autofocus?: boolean | undefined
  readonly ref?: ((field: HTMLTextAreaElement) => void) | undefined
}

export function Composer(props: ComposerProps) {
  const words = useWords(talkWords)
  const id = createUniqueId()
  const [fault, setFault] = createSignal<string | null>(null)
  const [offered, setOffered] = createSignal<Completion | null>(null)
  const [chosen, setChosen] = createSignal(0)
  const [busy, setBusy] = createSignal(false)
  let field: HTMLTextAreaElement | undefined
  let twin: HTMLDivElement | undefined

  const grow = (): void => twin?.setAttribute('data-text', field?.value || props.placeholder)
  createEffect(() => {
    if (field !== undefined && field.value !== props.text) field.value = props.text
    grow()
  })
  onMount(() => {
    if (props.autofocus) field?.focus()
  })

  const look = (): void => {
    const found = field && completeAt(field.value, field.selectionStart, props.people)
    setOffered(found ?? null)
    setChosen(0)
  }
  const write = (): void => {
    setFault(null)
    grow()
    props.onText(field?.value ?? '')
  }
  const take = (name: string): void => {
    const now = offered()
    if (field === undefined || now === null) return
    const done = complete(field.value, field.selectionStart, now, name)
    field.value = done.text
    field.setSelectionRange(done.caret, done.caret)
    setOffered(null)
    write()
    field.focus()
  }
  const send = (): void => {
    if (busy()) return
    setBusy(true)
    setFault(props.onSend())
    setBusy(false)
    setOffered(null)
    field?.focus()
  }
  /** Heard at the field itself, so that Esc for the names does not close what stands around. */
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    const list = offered()?.people ?? []
    const act = keyActs(event, list.length > 0)
    if (act === null) return
    event.preventDefault()
    event.stopPropagation()
    if (act === 'send') send()
    else if (act === 'cancel') props.onCancel?.()
    else if (act === 'close') setOffered(null)
    else if (act === 'take') take(list[chosen()]?.name ?? '')
    else setChosen((chosen() + (act === 'next' ? 1 : list.length - 1)) % list.length)
  }
  const keyActs = (event: KeyboardEvent, isOffering: boolean): Act | null => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'send'
    if (event.key === 'Escape' && !isOffering) return props.onCancel === undefined ? null : 'cancel'
    if (!isOffering || event.ctrlKey || event.metaKey || event.altKey) return null
    return Object.hasOwn(offeringKeys, event.key) ? (offeringKeys[event.key] ?? null) : null
  }
  return (
    <div class="talk-composer">
      <Show when={offered()}>
        {(now) => (
          <Offered
            id={`${id}-people`}
            people={now().people}
            chosen={chosen()}
            label={words().people}
            onTake={take}
          />
        )}
      </Show>
      <div class="ui-grow talk-grow" ref={(element) => (twin = element)}>
        <textarea
          ref={(element) => {
            field = element
            props.ref?.(element)
          }}
          class="ui-input talk-field"
          rows={1}
          dir="auto"
          autocomplete="off"
          aria-label={props.label}
          placeholder={props.placeholder}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={offered() === null ? undefined : `${id}-people`}
          aria-activedescendant={offered() === null ? undefined : `${id}-people-${chosen()}`}
          aria-invalid={fault() === null ? undefined : 'true'}
          aria-describedby={fault() === null ? undefined : `${id}-fault`}
          onInput={(event) => {
            write()
            if (!event.isComposing) look()
          }}
          onCompositionEnd={() => (write(), look())}
          onClick={look}
          onBlur={() => setOffered(null)}
          on:keydown={press}
        />
      </div>
      <Show when={fault()}>
        {(sentence) => (
          <p class="ui-field-error" id={`${id}-fault`} role="alert">
            {sentence()}
          </p>
        )}
      </Show>
      <div class="talk-composer-foot">
        <span class="talk-keys">{words().sendKeys(sendKeys())}</span>
        <Show when={props.onCancel}>
          {(cancel) => (
            <Button kind="quiet" onClick={() => cancel()()}>
              {words().cancel}
            </Button>
          )}
        </Show>
        <Button kind="primary" onClick={send}>
          {props.sendLabel}
        </Button>
      </div>
    </div>
  )
}

type Act = 'send' | 'cancel' | 'close' | 'take' | 'next' | 'before'

const offeringKeys: Readonly<Record<string, Act>> = {
  Escape: 'close',
  Enter: 'take',
  Tab: 'take',
  ArrowDown: 'next',
  ArrowUp: 'before',
}

function Offered(props: {
  readonly id: string
  readonly label: string
  readonly people: readonly Named[]
  readonly chosen: number
  readonly onTake: (name: string) => void
}): JSX.Element {
  return (
    <div class="talk-offered" id={props.id} role="listbox" aria-label={props.label}>
      <For each={props.people}>
        {(person, at) => (
          <div
            id={`${props.id}-${at()}`}
            role="option"
            tabIndex={-1}
            aria-selected={at() === props.chosen}
            class="talk-offer"
            onPointerDown={(event) => {
              // The field keeps the focus.
              event.preventDefault()
              props.onTake(person.name)
            }}
          >
            <Avatar id={person.member} name={person.name} />
            <span>{person.name}</span>
          </div>
        )}
      </For>
    </div>
  )
}

const sendKeys = (): string => (/Mac|iP/.test(navigator.platform) ? '⌘ ↵' : 'Ctrl ↵')
