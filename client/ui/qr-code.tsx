/** A text as a QR code: black on white with its quiet zone, in the dark look, too, because cameras read it. Load it lazily. */
import { createMemo } from 'solid-js'
import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import './qr-code.css'

export interface QrCodeProps {
  readonly text: string
  /** What a camera finds in it, for whoever cannot see it. */
  readonly label: string
}

/** ISO/IEC 18004: four light modules on each side. */
const quiet = 4

export function QrCode(props: QrCodeProps) {
  const code = createMemo(() => {
    const made = generate(props.text)
    const side = made.size + 2 * quiet
    return { path: toSvgPath(made), side, viewBox: `${-quiet} ${-quiet} ${side} ${side}` }
  })
  return (
    <svg
      class="ui-qr"
      role="img"
      aria-label={props.label}
      viewBox={code().viewBox}
      shape-rendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={code().side} height={code().side} fill="#fff" />
      <path d={code().path} fill="#000" />
    </svg>
  )
}
