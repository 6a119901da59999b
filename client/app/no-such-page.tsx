/** An address that leads nowhere. */
import { createEffect } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { shellWords } from './shell-words.ts'

export function NoSuchPage() {
  const words = useWords(shellWords)
  createEffect(() => {
    document.title = words().notFound
  })
  return (
    <>
      <PageHead title={words().notFound} />
      <EmptyState
        title={words().notFoundHelp}
        action={<Button href="/briefs">{words().toBriefs}</Button>}
      />
    </>
  )
}
