/** Words of linking another device from this one. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const linkWords = defineWords({
  zh: {
    section: '另一台设备',
    help: '在手机或另一台电脑上继续用。那台设备会和你的内容一样，不需要密码',
    helpAlone: '这个工作区只在这台设备上。搬到服务器之后，就能连接另一台设备',
    helpPhone: '从 Safari 装到主屏幕的联星也算另一台设备：它有自己的存储，用这里的码连上就行',
    open: '连接另一台设备',
    close: '关闭',
    making: '正在生成连接码',
    notStored: '这台设备存不下了，没有生成连接码。腾出一些空间再试',
    onWay: '正在发出，码马上就能用',
    notYet: '码现在还用不了：这台设备连上网络、发出后才生效',
    refused: '这个连接码没有被接受。请再要一个',
    scan: '用那台设备的相机扫一扫',
    qrLabel: '带连接码的二维码，用另一台设备的相机扫一扫',
    type: '或者在那台设备的浏览器里打开这个地址，填入连接码',
    left: (minutes: number) => `还有 ${minutes} 分钟有效，只能用一次`,
    lastMinute: '不到 1 分钟就过期，只能用一次',
    expired: '连接码已过期，没有设备用它连上',
    again: '再要一个码',
    keep: '拿到码的人能以你的身份进来，不要发给别人',
    linked: (device: string) => (device === '' ? '另一台设备已连上' : `${device} 已连上`),
    linkedHelp: '两台设备的内容会保持一样。如果不认识它，请马上停用',
    myDevices: '我的设备',
    done: '好',
  },
  en: {
    section: 'Another device',
    help: 'Go on working on a phone or another computer. It will hold the same as this device; no password is needed',
    helpAlone:
      'This workspace is on this device only. Once it has moved to a server, you can link another device',
    helpPhone:
      'Asterism added to the home screen from Safari counts as another device: it keeps its own storage, and the code from here links it',
    open: 'Link another device',
    close: 'Close',
    making: 'Making a code',
    notStored: 'This device is out of space, so there is no code. Free up some space and try again',
    onWay: 'On its way to the server. The code works in a moment',
    notYet: 'The code does not work yet. It will once this device is online and has sent it',
    refused: 'This code was not accepted. Get another one',
    scan: "Point the other device's camera here",
    qrLabel: "QR code that holds the code. Point the other device's camera at it",
    type: "Or open this address in the other device's browser and enter the code",
    left: (minutes: number) =>
      `Works for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}, once`,
    lastMinute: 'Works for less than a minute more, once',
    expired: 'The code has expired, and no device was linked with it',
    again: 'Get another code',
    keep: 'Anyone with this code can come in as you. Do not share it',
    linked: (device: string) =>
      device === '' ? 'The other device is linked' : `${device} is linked`,
    linkedHelp: 'Both devices will hold the same. If you do not know it, revoke it at once',
    myDevices: 'My devices',
    done: 'Done',
  },
})
