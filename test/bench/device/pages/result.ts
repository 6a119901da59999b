/** How a page of the benchmark answers: one JSON value on the body, read by `measure-page.ts`. */
export function answer(work: () => Promise<unknown>): void {
  work().then(
    (result) => (document.body.dataset['result'] = JSON.stringify(result)),
    (fault: unknown) => (document.body.dataset['fault'] = String(fault)),
  )
}

export const asked = (name: string): string => new URLSearchParams(location.search).get(name) ?? ''
