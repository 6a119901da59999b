/** A square button that shows only an icon; its label is said by screen readers and shown as a hint. */
import { splitProps, type JSX } from 'solid-js'
import './button.css'

export interface IconButtonProps extends Omit<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  'class' | 'style' | 'aria-label' | 'title'
> {
  readonly label: string
  readonly kind?: 'quiet' | 'normal' | 'danger' | undefined
}

export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'kind', 'type'])
  return (
    <button
      {...rest}
      class="ui-button"
      data-square=""
      data-kind={own.kind ?? 'quiet'}
      type={own.type ?? 'button'}
      aria-label={own.label}
      title={own.label}
    />
  )
}
