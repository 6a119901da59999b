/** One tap to the other language, at once and without a reload. */
import { language, setLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { shellWords } from './shell-words.ts'

export function LanguageSwitch() {
  const words = useWords(shellWords)
  return (
    <Button
      kind="quiet"
      lang={language() === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(language() === 'zh' ? 'en' : 'zh')}
    >
      {words().language}
    </Button>
  )
}
