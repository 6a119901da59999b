/** The way back of a page that phones reach through "more": to where one came from, or there. */
import { useNavigate } from '@solidjs/router'
import { useWords } from '#client/i18n/words.ts'
import { shellWords } from './shell-words.ts'

/** `arrivedHere`: the length of the browser's history when the app started. */
export function useBackToMore(arrivedHere: number): {
  readonly label: string
  readonly onBack: () => void
} {
  const words = useWords(shellWords)
  const navigate = useNavigate()
  return {
    get label() {
      return words().more
    },
    onBack: () => (history.length > arrivedHere ? history.back() : navigate('/more')),
  }
}
