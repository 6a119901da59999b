/** On a phone: the places that found no room in the bar, one's own page, and the language. */
import CircleUser from 'lucide-solid/icons/circle-user'
import { createEffect } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Page } from '#client/ui/page.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { PlaceList } from '#client/ui/place-list.tsx'
import { placesInBar, type ShellPlace } from '#client/ui/shell-layout.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { createPlaces } from './places.tsx'
import { shellWords } from './shell-words.ts'

export function MorePage(props: { readonly me: string; readonly isGuest: () => boolean }) {
  const words = useWords(shellWords)
  const places = createPlaces(
    () => 0,
    () => props.isGuest(),
    props.me,
  )
  const myPage = (): ShellPlace => ({
    href: `/people/${props.me}`,
    label: words().myPage,
    icon: () => <CircleUser size={16} aria-hidden="true" />,
    current: false,
  })
  createEffect(() => {
    document.title = words().more
  })
  return (
    <>
      <PageHead title={words().more} />
      <Page>
        <PlaceList
          label={words().more}
          places={[...places().slice(placesInBar), ...(props.isGuest() ? [] : [myPage()])]}
        />
        <LanguageSwitch />
      </Page>
    </>
  )
}
