/**
 * One of many options, found by typing. The list never acts while an input method composes, shows the best hundred and says how
 * many more there are, so ten thousand options cost what thirty cost. `onMake` offers to make what does not exist yet.
 * Kobalte's combobox does neither, and announces in English.
 */
import ChevronDown from 'lucide-solid/icons/chevron-down'
import X from 'lucide-solid/icons/x'
import { createMemo, createSignal, createUniqueId, Show, splitProps } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { ComboboxList, type ComboboxOption } from './combobox-list.tsx'
import { Field, type FieldAround } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { matchOptions } from './match-options.ts'
import { uiWords } from './words.ts'
import './combobox.css'
import { isComposing } from './is-composing.ts'

export interface ComboboxProps extends FieldAround {
  readonly id?: string | undefined
  /** The chosen value; '' for none. */
  readonly value: string
  readonly options: readonly ComboboxOption[]
  readonly onChange: (value: string) => void
  readonly onMake?: ((name: string) => void) | undefined
  readonly placeholder?: string | undefined
  /** Options are on their way. */
  readonly looking?: boolean | undefined
  readonly disabled?: boolean | undefined
}

const most = 100

export function Combobox(props: ComboboxProps) {
  const [own, around] = splitProps(props, ['value', 'options', 'onChange', 'onMake'])
  const words = useWords(uiWords)
  const listId = createUniqueId()
  const [open, setOpen] = createSignal(false)
  /** What is typed since the list opened; null while the chosen one stands there. */
  const [typed, setTyped] = createSignal<string | null>(null)
  const [active, setActive] = createSignal(-1)
  const [anchor, setAnchor] = createSignal<HTMLElement>()
  let input: HTMLInputElement | undefined

  const chosen = createMemo(() => own.options.find((option) => option.value === own.value))
  const found = createMemo(() => matchOptions(own.options, typed() ?? '', most))
  const madeName = (): string | null => {
    const name = typed()?.trim() ?? ''
    const exists = own.options.some((option) => option.label === name)
    return own.onMake && name !== '' && !exists ? name : null
  }
  const count = (): number => found().shown.length + (madeName() === null ? 0 : 1)

  const show = (at: number): void => {
    setOpen(true)
    setActive(at)
  }
  const close = (): void => {
    setOpen(false)
    setActive(-1)
    setTyped(null)
    if (input) input.value = chosen()?.label ?? ''
  }
  const take = (at: number): void => {
    const option = found().shown[at]
    const name = madeName()
    if (option?.disabled || at < 0) return
    if (option) own.onChange(option.value)
    else if (name !== null) own.onMake?.(name)
    close()
  }
  const write = (text: string): void => {
    setTyped(text)
    // Nothing is chosen by Enter unless it can be seen to be what was typed.
    show(text.trim() === '' ? -1 : 0)
  }
  const step = (by: number): void => {
    if (!open())
      return show(
        Math.max(
          0,
          found().shown.findIndex((one) => one.value === own.value),
        ),
      )
    setActive(Math.max(0, Math.min(count() - 1, active() + by)))
  }
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return
    const by = stepsOf[event.key]
    if (event.key === 'ArrowUp' && event.altKey) close()
    else if (by !== undefined) step(by)
    else if (event.key === 'Enter' && open()) take(active())
    else if (event.key === 'Escape' && open()) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Field {...around}>
      {(wiring) => (
        <div class="ui-combobox" ref={setAnchor}>
          <input
            {...wiring}
            ref={(element) => (input = element)}
            class="ui-input"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            dir="auto"
            aria-expanded={open()}
            aria-controls={open() ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open() && active() >= 0 ? `${listId}-${active()}` : undefined}
            value={chosen()?.label ?? ''}
            placeholder={props.placeholder}
            disabled={props.disabled}
            onClick={() => open() || show(-1)}
            onFocus={(event) => event.currentTarget.select()}
            onInput={(event) => {
              if (!event.isComposing) write(event.currentTarget.value)
            }}
            onCompositionEnd={(event) => write(event.currentTarget.value)}
            onKeyDown={press}
            onBlur={() => {
              if (typed()?.trim() === '' && own.value !== '') own.onChange('')
              close()
            }}
          />
          <Show
            when={own.value !== '' && !props.disabled}
            fallback={<ChevronDown size={16} aria-hidden="true" />}
          >
            <IconButton
              label={words().clearChoice}
              onClick={() => {
                own.onChange('')
                input?.focus()
              }}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </Show>
          <Show when={open() && anchor()}>
            {(beside) => (
              <ComboboxList
                id={listId}
                label={props.label}
                anchor={beside()}
                options={found().shown}
                more={found().more}
                madeName={madeName()}
                looking={props.looking}
                value={own.value}
                active={active()}
                onPoint={setActive}
                onTake={take}
              />
            )}
          </Show>
          <span class="ui-hidden-text" role="status">
            {open() ? words().matches(found().shown.length + found().more) : ''}
          </span>
        </div>
      )}
    </Field>
  )
}

const stepsOf: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}
