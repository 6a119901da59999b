/**
 * A line of text without a frame until it is touched: in a table's cell, in a list, or as the page's own heading. Named by
 * `label` (row and column) for screen readers; it wraps over several lines, in a table over two until it is touched.
 */
import { splitProps } from 'solid-js'
import { LineControl, type LineProps } from './line-control.tsx'
import { PresenceRing, type PresenceMark } from './presence-ring.tsx'
import { showToast } from './toasts.ts'

export interface InlineFieldProps extends LineProps {
  readonly label: string
  /** `note`: a quieter line below another. */
  readonly look?: 'cell' | 'line' | 'note' | 'heading' | undefined
  /** For numbers: one line, at the end of its cell. */
  readonly align?: 'start' | 'end' | undefined
  /** The sentence that says what is wrong; shown as a hint and said by screen readers. */
  readonly error?: string | undefined
  readonly presence?: PresenceMark | undefined
}

export function InlineField(props: InlineFieldProps) {
  const [own, line] = splitProps(props, ['label', 'look', 'align', 'error', 'presence'])
  return (
    <PresenceRing who={own.presence}>
      <div class="ui-inline" data-look={own.look ?? 'cell'}>
        <LineControl
          {...line}
          class="ui-inline-input"
          grows={own.align !== 'end'}
          aria-label={own.label}
          aria-invalid={own.error ? 'true' : undefined}
          aria-description={own.error}
          title={own.error}
          data-align={own.align}
          onCut={(sentence) => sentence !== null && showToast(sentence, { tone: 'warn' })}
        />
      </div>
    </PresenceRing>
  )
}
