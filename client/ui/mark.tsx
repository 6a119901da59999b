/** The sign ⁂: three stars that belong together, joined by hairlines. One colour (currentColor); mark.svg is the same drawing. */
export interface MarkProps {
  /** In px, 20 when left out. */
  readonly size?: number | undefined
  /** Said by screen readers; without it the mark is decoration. */
  readonly label?: string | undefined
}

export function Mark(props: MarkProps) {
  return (
    <svg
      width={props.size ?? 20}
      height={props.size ?? 20}
      viewBox="0 0 32 32"
      fill="currentColor"
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : true}
    >
      <path d="M16.0 2.0L17.7 5.5L21.5 6.0L18.8 8.7L19.4 12.5L16.0 10.7L12.6 12.5L13.2 8.7L10.5 6.0L14.3 5.5ZM6.2 18.8L7.9 22.3L11.7 22.8L9.0 25.5L9.6 29.3L6.2 27.5L2.8 29.3L3.4 25.5L0.7 22.8L4.5 22.3ZM25.8 18.8L27.5 22.3L31.3 22.8L28.6 25.5L29.2 29.3L25.8 27.5L22.4 29.3L23.0 25.5L20.3 22.8L24.1 22.3Z" />
      <path
        d="M12.4 13.7L9.9 18.0M13.3 24.5L18.7 24.5M22.1 18.0L19.6 13.7"
        fill="none"
        stroke="currentColor"
        stroke-width="1.3"
        stroke-linecap="round"
      />
    </svg>
  )
}
