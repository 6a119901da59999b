/** The places of the app, in the order of the sidebar. The first few stand in a phone's bar, the others behind "more". */
import { useLocation } from '@solidjs/router'
import CircleUser from 'lucide-solid/icons/circle-user'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import FileText from 'lucide-solid/icons/file-text'
import HardDrive from 'lucide-solid/icons/hard-drive'
import Inbox from 'lucide-solid/icons/inbox'
import ListChecks from 'lucide-solid/icons/list-checks'
import Settings from 'lucide-solid/icons/settings'
import Users from 'lucide-solid/icons/users'
import type { Accessor } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { placesInBar, type ShellPlace } from '#client/ui/shell-layout.tsx'
import { shellWords } from './shell-words.ts'

/**
 * A guest has no place among the people and the settings of the workspace, and their own page in its stead.
 * Each place is one object for as long as the frame stands: a link made anew under somebody's finger loses the press.
 */
export function createPlaces(
  unread: Accessor<number>,
  isGuest: Accessor<boolean>,
  me: string,
): Accessor<readonly ShellPlace[]> {
  const [words, briefs] = [useWords(shellWords), useWords(briefListWords)]
  const location = useLocation()
  const place = (
    href: string,
    label: Accessor<string>,
    Icon: typeof Inbox,
    badge: Accessor<ShellPlace['badge']> = () => null,
  ): ShellPlace => ({
    href,
    icon: () => <Icon size={16} aria-hidden="true" />,
    get label() {
      return label()
    },
    get current() {
      const isBelow = deep.includes(href) && location.pathname.startsWith(`${href}/`)
      return location.pathname === href || isBelow
    },
    get badge() {
      return badge()
    },
  })
  const all: readonly ShellPlace[] = [
    place('/briefs', () => briefs().briefs, FileText),
    place('/tasks', () => words().tasks, ListChecks),
    place(
      '/inbox',
      () => words().inbox,
      Inbox,
      () => (unread() > 0 ? { count: unread(), label: words().unread(unread()) } : null),
    ),
    place('/people', () => words().people, Users),
    place('/device', () => words().device, HardDrive),
    place('/settings', () => words().settings, Settings),
  ]
  const ofGuest: readonly ShellPlace[] = [
    ...all.filter(({ href }) => !ofWorkspace.includes(href)),
    place(`/people/${me}`, () => words().myPage, CircleUser),
  ]
  return () => (isGuest() ? ofGuest : all)
}

/** Whose pages have pages of their own. */
const deep = ['/briefs', '/tasks', '/inbox', '/people', '/settings']
const ofWorkspace = ['/tasks', '/people', '/settings']

/** The way to the places that find no room in the bar; current while one of them is. */
export function createMore(places: Accessor<readonly ShellPlace[]>): Accessor<ShellPlace | null> {
  const words = useWords(shellWords)
  const location = useLocation()
  const beyond = (): readonly ShellPlace[] => places().slice(placesInBar)
  const more: ShellPlace = {
    href: '/more',
    icon: () => <Ellipsis size={16} aria-hidden="true" />,
    get label() {
      return words().more
    },
    get current() {
      return location.pathname === '/more' || beyond().some(({ current }) => current)
    },
  }
  return () => (beyond().length === 0 ? null : more)
}
