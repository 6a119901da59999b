/**
 * The phrase book as it is shipped: what a message says, in the languages teams of this trade write to each other in. A data table;
 * a team's own wording stands over it (docs/decisions.md, 35). A line in which a place has nothing to say is left out.
 */
import type { PhraseId } from '#shared/lib/message-phrases.ts'

export const shippedPhrases: Readonly<Record<PhraseId, Readonly<Record<string, string>>>> = {
  change: {
    zh: '{receiver}，你好：\n「{task}」需要修改。\n{note}\n请在 {day} 前改好。\n{link}\n{sender}',
    en: 'Hi {receiver},\n“{task}” needs changes.\n{note}\nCould you have it ready by {day}?\n{link}\n{sender}',
    es: 'Hola, {receiver}:\n«{task}» necesita cambios.\n{note}\n¿Puedes tenerlo listo para el {day}?\n{link}\n{sender}',
    pt: 'Olá, {receiver}:\n“{task}” precisa de alterações.\n{note}\nPode deixar pronto até {day}?\n{link}\n{sender}',
    fr: 'Bonjour {receiver},\n« {task} » demande des modifications.\n{note}\nMerci de les faire avant le {day}.\n{link}\n{sender}',
    de: 'Hallo {receiver},\n„{task}“ muss geändert werden.\n{note}\nBitte bis {day}.\n{link}\n{sender}',
    id: 'Halo {receiver},\n“{task}” perlu diubah.\n{note}\nMohon selesai sebelum {day}.\n{link}\n{sender}',
    ja: '{receiver}さん、お疲れさまです。\n「{task}」の修正をお願いします。\n{note}\n{day}までにお願いできますか。\n{link}\n{sender}',
  },
  remind: {
    zh: '{receiver}，你好：\n「{task}」在等你。\n现在的环节：{stage}\n{note}\n到期：{day}\n{link}\n{sender}',
    en: 'Hi {receiver},\n“{task}” is waiting for you.\nStage: {stage}\n{note}\nIt is due {day}.\n{link}\n{sender}',
    es: 'Hola, {receiver}:\n«{task}» está esperando tu parte.\nEtapa: {stage}\n{note}\nVence el {day}.\n{link}\n{sender}',
    pt: 'Olá, {receiver}:\n“{task}” está à sua espera.\nEtapa: {stage}\n{note}\nPrazo: {day}\n{link}\n{sender}',
    fr: 'Bonjour {receiver},\n« {task} » vous attend.\nÉtape : {stage}\n{note}\nÉchéance : {day}\n{link}\n{sender}',
    de: 'Hallo {receiver},\n„{task}“ wartet auf dich.\nSchritt: {stage}\n{note}\nFällig: {day}\n{link}\n{sender}',
    id: 'Halo {receiver},\n“{task}” menunggu Anda.\nTahap: {stage}\n{note}\nTenggat: {day}\n{link}\n{sender}',
    ja: '{receiver}さん、お疲れさまです。\n「{task}」がご対応待ちです。\n工程：{stage}\n{note}\n期限：{day}\n{link}\n{sender}',
  },
  question: {
    zh: '{receiver}，你好：\n关于「{task}」，想问一下：\n{note}\n最好在 {day} 前回复我。\n{link}\n{sender}',
    en: 'Hi {receiver},\nI have a question about “{task}”:\n{note}\nAn answer by {day} would help.\n{link}\n{sender}',
    es: 'Hola, {receiver}:\nTengo una pregunta sobre «{task}»:\n{note}\n¿Puedes responder antes del {day}?\n{link}\n{sender}',
    pt: 'Olá, {receiver}:\nTenho uma pergunta sobre “{task}”:\n{note}\nPode responder até {day}?\n{link}\n{sender}',
    fr: 'Bonjour {receiver},\nJ’ai une question sur « {task} » :\n{note}\nMerci de répondre avant le {day}.\n{link}\n{sender}',
    de: 'Hallo {receiver},\nEine Frage zu „{task}“:\n{note}\nBitte antworte bis {day}.\n{link}\n{sender}',
    id: 'Halo {receiver},\nAda pertanyaan tentang “{task}”:\n{note}\nMohon dijawab sebelum {day}.\n{link}\n{sender}',
    ja: '{receiver}さん、お疲れさまです。\n「{task}」について質問です。\n{note}\n{day}までにご返信いただけると助かります。\n{link}\n{sender}',
  },
}
