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
      <path d="M16.00 1.60L17.78 5.74L22.28 6.16L18.89 9.14L19.88 13.54L16.00 11.24L12.12 13.54L13.11 9.14L9.72 6.16L14.22 5.74ZM7.20 17.00L8.98 21.14L13.48 21.56L10.09 24.54L11.08 28.94L7.20 26.64L3.32 28.94L4.31 24.54L0.92 21.56L5.42 21.14ZM24.80 17.00L26.58 21.14L31.08 21.56L27.69 24.54L28.68 28.94L24.80 26.64L20.92 28.94L21.91 24.54L18.52 21.56L23.02 21.14Z" />
      <path d="M13.02 13.41L10.18 18.39M14.10 23.60L17.90 23.60M21.82 18.39L18.98 13.41" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" opacity="0.6" />
    </svg>
  )
}
