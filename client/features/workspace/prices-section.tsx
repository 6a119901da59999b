/** The way to the price table, which has a page of its own. */
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { workspaceWords } from './words.ts'

export function PricesSection() {
  const words = useWords(workspaceWords)
  return (
    <Section title={words().prices} note={words().pricesHelp}>
      <Row>
        <Button href="/settings/prices">{words().openPrices}</Button>
      </Row>
    </Section>
  )
}
