/** Words of the screens that stand in front of the app where it cannot run. */
import { defineWords } from '#client/i18n/words.ts'

export const frontWords = defineWords({
  zh: {
    insecureTitle: '这个地址不安全，浏览器不允许保存数据',
    insecureHelp:
      '联星把密钥和数据放在你的设备上，浏览器只在 https 地址（或本机的 localhost）上允许这样做。',
    insecureHow:
      '请管理服务器的人给它配 https：前面放一个 Caddy，再把 PUBLIC_URL 设成 https 地址，README 里有三行配置。配好后用 https 地址打开。',
    tooOldTitle: '浏览器太旧',
    tooOldHelp: '联星需要 2023 年以后的 Chrome、Edge、Safari 或 Firefox。更新浏览器后再打开。',
    notOpeningTitle: '这台设备上的数据还没打开',
    notOpeningHelp:
      '浏览器正忙，或者另一个标签页还占着它。这里会一直再试；等不及的话，关掉别的标签页，再重新打开。',
    chatTitle: '请在浏览器里打开',
    chatHelp: '你在聊天软件里打开了这一页。这里存不住数据，所以邀请还没有用掉，也没有生成钥匙。',
    chatHow: '点右上角的菜单，选「在浏览器打开」；或者复制下面的链接，粘到浏览器里。',
    linkLabel: '链接',
    copyLink: '复制链接',
    copied: '已复制',
  },
  en: {
    insecureTitle: 'This address is not secure, so the browser will not keep your work',
    insecureHelp:
      'Asterism keeps keys and work on your device. Browsers allow that on https addresses only (or on localhost).',
    insecureHow:
      'Ask whoever runs the server to put https in front of it: Caddy, and PUBLIC_URL set to the https address. README has the three lines. Then open the https address.',
    tooOldTitle: 'This browser is too old',
    tooOldHelp:
      'Asterism needs Chrome, Edge, Safari or Firefox from 2023 or later. Update the browser and open this again.',
    notOpeningTitle: 'What is on this device has not opened yet',
    notOpeningHelp:
      'The browser is busy, or another tab still holds it. This page keeps trying. If it takes long, close other tabs and open it again.',
    chatTitle: 'Please open this in your browser',
    chatHelp:
      'You opened this page inside a chat app. It cannot keep data, so the invite is not used up and no key was made.',
    chatHow:
      'Use the menu at the top right and choose “Open in browser”, or copy the link below into your browser.',
    linkLabel: 'Link',
    copyLink: 'Copy link',
    copied: 'Copied',
  },
})
