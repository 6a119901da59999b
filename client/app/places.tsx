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

/** A guest has no place among the people and the settings of the workspace, and their own page in its stead. */
export function createPlaces(
  unread: Accessor<number>,
  isGuest: Accessor<boolean>,
  me: string,
): Accessor<readonly ShellPlace[]> {
  const [words, briefs] = [useWords(shellWords), useWords(briefListWords)]
  const location = useLocation()
  const all = (): readonly ShellPlace[] => [
    {
      href: '/briefs',
      label: briefs().briefs,
      icon: () => <FileText size={16} aria-hidden="true" />,
      current: location.pathname.startsWith('/briefs'),
    },
    {
      href: '/tasks',
      label: words().tasks,
      icon: () => <ListChecks size={16} aria-hidden="true" />,
      current: location.pathname.startsWith('/tasks'),
    },
    {
      href: '/inbox',
      label: words().inbox,
      icon: () => <Inbox size={16} aria-hidden="true" />,
      current: location.pathname === '/inbox',
      badge: unread() > 0 ? { count: unread(), label: words().unread(unread()) } : null,
    },
    {
      href: '/people',
      label: words().people,
      icon: () => <Users size={16} aria-hidden="true" />,
      current: location.pathname.startsWith('/people'),
    },
    {
      href: '/device',
      label: words().device,
      icon: () => <HardDrive size={16} aria-hidden="true" />,
      current: location.pathname === '/device',
    },
    {
      href: '/settings',
      label: words().settings,
      icon: () => <Settings size={16} aria-hidden="true" />,
      current: location.pathname.startsWith('/settings'),
    },
  ]
  const myPage = (): ShellPlace => ({
    href: `/people/${me}`,
    label: words().myPage,
    icon: () => <CircleUser size={16} aria-hidden="true" />,
    current: location.pathname === `/people/${me}`,
  })
  return () =>
    isGuest() ? [...all().filter(({ href }) => !ofWorkspace.includes(href)), myPage()] : all()
}

const ofWorkspace = ['/tasks', '/people', '/settings']

/** The way to the places that find no room in the bar; current while one of them is. */
export function createMore(places: Accessor<readonly ShellPlace[]>): Accessor<ShellPlace | null> {
  const words = useWords(shellWords)
  const location = useLocation()
  const beyond = (): readonly ShellPlace[] => places().slice(placesInBar)
  return () =>
    beyond().length === 0
      ? null
      : {
          href: '/more',
          label: words().more,
          icon: () => <Ellipsis size={16} aria-hidden="true" />,
          current: location.pathname === '/more' || beyond().some(({ current }) => current),
        }
}
