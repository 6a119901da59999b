/**
 * What a device says of itself so that its owner finds it in a list: browser and system, `Chrome · Windows`. Read from what
 * the browser says of itself, which may be wrong: it names a device and proves nothing.
 */
export interface Machine {
  readonly userAgent: string
  /** An iPad calls itself a Macintosh, but has fingers on it. */
  readonly touchPoints: number
}

/** The first that fits; a browser built on another names itself before it. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/(OPR|OPT)\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(UCBrowser|UCWEB)/, 'UC'],
  [/MQQBrowser\//, 'QQ'],
  [/(HuaweiBrowser|HBPC)\//, 'Huawei'],
  [/(MiuiBrowser|XiaoMi)\//, 'Mi'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

/** '' where nothing is known. */
export function machineName({ userAgent, touchPoints }: Machine): string {
  const named = systems.find(([sign]) => sign.test(userAgent))?.[1] ?? ''
  const system = named === 'Mac' && touchPoints > 1 ? 'iPad' : named
  const browser = browsers.find(([sign]) => sign.test(userAgent))?.[1] ?? ''
  return [browser, system].filter((part) => part !== '').join(' · ')
}
