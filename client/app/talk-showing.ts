/** Whether the talk beside a brief is shown: it stays so from brief to brief on wide screens, and a link to a comment opens it. */
import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'

/** Sidebar, list, a readable page and a rail. */
const wideEnough = '(min-width: 1280px)'

const [isOpen, setOpen] = createSignal(false)

export interface TalkShowing {
  readonly open: Accessor<boolean>
  readonly wide: Accessor<boolean>
  /** The comment that the address names. */
  readonly sought: Accessor<string | null>
  /** Grows each time somebody asks to write. */
  readonly asked: Accessor<number>
  show(): void
  write(): void
  close(): void
}

export function createTalkShowing(): TalkShowing {
  const location = useLocation()
  const navigate = useNavigate()
  const [asked, setAsked] = createSignal(0)
  const query = window.matchMedia(wideEnough)
  const [wide, setWide] = createSignal(query.matches)
  const again = (): void => void setWide(query.matches)
  query.addEventListener('change', again)
  onCleanup(() => query.removeEventListener('change', again))
  // A sheet is over the page: it does not follow to the next one.
  if (!query.matches) setOpen(false)
  const sought = (): string | null =>
    /^#comment-([0-9a-z]+-[0-9a-z]+)$/.exec(location.hash)?.[1] ?? null
  createEffect(() => {
    if (sought() !== null) setOpen(true)
  })
  return {
    open: isOpen,
    wide,
    sought,
    asked,
    show: () => setOpen(true),
    write() {
      setOpen(true)
      setAsked((count) => count + 1)
    },
    close() {
      setOpen(false)
      // So that the same link opens it again.
      if (location.hash === '') return
      navigate(location.pathname + location.search, { replace: true, scroll: false })
    },
  }
}
