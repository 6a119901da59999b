/** The way to the team's phrase book, which has a page of its own. */
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { phraseWords } from './phrase-words.ts'

export function PhrasesSection() {
  const words = useWords(phraseWords)
  return (
    <Section title={words().title} note={words().help}>
      <Row>
        <Button href="/settings/phrases">{words().open}</Button>
      </Row>
    </Section>
  )
}
