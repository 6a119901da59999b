/**
 * What can be done from a page's head: signs beside each other, and one menu behind a sign for what is done seldom and, where
 * there is no room, for all of it.
 */
import Ellipsis from 'lucide-solid/icons/ellipsis'
import {
  createContext,
  createSignal,
  onCleanup,
  Show,
  useContext,
  type Accessor,
  type JSX,
} from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { createNarrow } from './create-narrow.ts'
import { IconButton } from './icon-button.tsx'
import { later } from './later.tsx'
import type { MenuEntry } from './menu.tsx'
import { uiWords } from './words.ts'

const Menu = later(async () => (await import('./menu.tsx')).Menu)

interface Around {
  readonly isNarrow: Accessor<boolean>
  /** Until the calling view goes. */
  offer(entry: Accessor<MenuEntry>, seldom: boolean): void
}

interface Offered {
  readonly entry: Accessor<MenuEntry>
  readonly seldom: boolean
}

const AroundContext = createContext<Around>()

/** Around the HeadActions of a page; what else it holds stands before the menu. */
export function HeadActions(props: { readonly children: JSX.Element }) {
  const words = useWords(uiWords)
  const isNarrow = createNarrow()
  const [offered, setOffered] = createSignal<readonly Offered[]>([])
  const offer = (entry: Accessor<MenuEntry>, seldom: boolean): void => {
    const one = { entry, seldom }
    setOffered((all) => [...all, one])
    onCleanup(() => setOffered((all) => all.filter((other) => other !== one)))
  }
  const inMenu = (): readonly Offered[] =>
    isNarrow() ? offered() : offered().filter(({ seldom }) => seldom)
  return (
    <AroundContext.Provider value={{ isNarrow, offer }}>
      {props.children}
      <Show when={inMenu().length > 0}>
        <Menu label={words().moreActions} square entries={inMenu().map(({ entry }) => entry())}>
          <Ellipsis size={18} aria-hidden="true" />
        </Menu>
      </Show>
    </AroundContext.Provider>
  )
}

export interface HeadActionProps {
  readonly label: string
  readonly icon: () => JSX.Element
  readonly onPress: () => void
  /** As `aria-keyshortcuts` has it. */
  readonly keys?: string | undefined
  /** It is on or off, and stays so. */
  readonly pressed?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly opensDialog?: boolean | undefined
  /** Behind the menu, also where there is room. */
  readonly seldom?: boolean | undefined
}

/** One of them; outside of a HeadActions always a sign. */
export function HeadAction(props: HeadActionProps) {
  const around = useContext(AroundContext)
  const entry = (): MenuEntry =>
    props.pressed === undefined
      ? {
          kind: 'action',
          label: props.label,
          icon: props.icon,
          disabled: props.disabled,
          onSelect: () => props.onPress(),
        }
      : {
          kind: 'choice',
          label: props.label,
          checked: props.pressed,
          onChange: () => props.onPress(),
        }
  around?.offer(entry, props.seldom === true)
  return (
    <Show when={around === undefined || !(around.isNarrow() || props.seldom)}>
      <IconButton
        label={props.label}
        aria-keyshortcuts={props.keys}
        aria-pressed={props.pressed}
        aria-haspopup={props.opensDialog ? 'dialog' : undefined}
        disabled={props.disabled}
        onClick={() => props.onPress()}
      >
        {props.icon()}
      </IconButton>
    </Show>
  )
}
