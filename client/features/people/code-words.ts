/** Words of linking this device by a code. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const codeWords = defineWords({
  zh: {
    haveCode: '连接码或恢复码',
    help: '已经在别的设备上用联星？在那台设备上打开「这台设备」，点「连接另一台设备」，把显示的码填在这里。设备都丢了，就填恢复单上的码',
    helpApple:
      '刚从 Safari 装到主屏幕？装好的联星和 Safari 各存各的。回到 Safari 里的联星，打开「这台设备」，点「连接另一台设备」，把显示的码填在这里。设备都丢了，就填恢复单上的码',
    placeholder: 'K7M2-9QXR-4TNA',
    link: '连接这台设备',
    noCode: '连接码是 12 个字母和数字，恢复单上的是 26 个，再对一遍',
    linkTitle: (workspace: string) => `把这台设备连到${workspace}`,
    linkAs: (name: string) => `你会以「${name}」的身份继续，内容会取到这台设备上`,
    cannotLink: '没有连上',
    refusals: {
      'invite-wrong': '连接码不对。请和另一台设备上显示的再对一遍',
      'invite-expired': '连接码已过期。请在另一台设备上再要一个',
      'invite-used-up': '连接码已经用过了。请在另一台设备上再要一个',
      'invite-revoked': '连接码已作废。请在另一台设备上再要一个',
      'too-many-tries': '试得太多了。请一小时后再试',
    },
  },
  en: {
    haveCode: 'Linking or recovery code',
    help: 'Do you use Asterism on another device already? Open “This device” there, choose “Link another device”, and enter the code it shows. All devices lost? Enter the code on your recovery sheet',
    helpApple:
      'Just added Asterism to the home screen from Safari? The installed app and Safari keep their work apart. Go back to Asterism in Safari, open “This device”, choose “Link another device”, and enter the code it shows. All devices lost? Enter the code on your recovery sheet',
    placeholder: 'K7M2-9QXR-4TNA',
    link: 'Link this device',
    noCode: 'A code has 12 letters and figures, the one on a recovery sheet 26. Check it once more',
    linkTitle: (workspace: string) => `Link this device to ${workspace}`,
    linkAs: (name: string) => `You go on as ${name}, and your work is fetched to this device`,
    cannotLink: 'This device is not linked',
    refusals: {
      'invite-wrong': 'This code is not right. Compare it with the one the other device shows',
      'invite-expired': 'This code has expired. Get a new one on the other device',
      'invite-used-up': 'This code has been used. Get a new one on the other device',
      'invite-revoked': 'This code was revoked. Get a new one on the other device',
      'too-many-tries': 'Too many tries. Try again in an hour',
    },
  },
})
