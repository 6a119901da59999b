/** Which build of the app this is: the version of package.json, given in by the build, and the build's own short name. */
declare const __ASTERISM_VERSION__: string

export function appVersion(): string {
  const version = typeof __ASTERISM_VERSION__ === 'string' ? __ASTERISM_VERSION__ : 'dev'
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? ''
  const build = /-([\w-]{8})\.js$/.exec(entry)?.[1]
  return build === undefined ? version : `${version} · ${build}`
}
