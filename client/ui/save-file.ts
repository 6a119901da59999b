/** Hands a file to the person: the browser's own download, named. What turns texts around (isolate.ts) is no part of a name. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  link.click()
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A title as the beginning of a file's name: without what file systems refuse, at most 80 characters. */
export const fileTitle = (title: string): string =>
  title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80)
