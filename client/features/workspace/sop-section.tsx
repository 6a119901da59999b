/** The way to the team's SOP, which has a page of its own. */
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { workspaceWords } from './words.ts'

export function SopSection() {
  const words = useWords(workspaceWords)
  return (
    <Section title={words().sop} note={words().sopHelp}>
      <Row>
        <Button href="/settings/sop">{words().openSop}</Button>
      </Row>
    </Section>
  )
}
