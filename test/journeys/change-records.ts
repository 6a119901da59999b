/** Changes every field of every record a device keeps, one after another, and looks whether "Verify" names it. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { recordWords } from '#client/features/records/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { openPlace, type Language } from './people.ts'

export async function changeEveryField(page: Page, language: Language): Promise<void> {
  const words = recordWords[language]
  await openPlace(page, language, peopleWords[language].people)
  await page.getByRole('button', { name: words.about.people.entry, exact: true }).click()
  const verify = page.getByRole('button', { name: words.verify, exact: true })
  await verify.click()
  const whole = await page.getByText(sentence(words.allHold)).innerText()
  const records = Number(/\d+/.exec(whole)?.[0])
  await page.evaluate(changes)
  const fields = await page.evaluate<string[]>('listChanges()')
  assert.ok(fields.length > records * 15, `${fields.length} fields of ${records} records`)
  const unnoticed: unknown = await page.evaluate(
    `changeAll(${JSON.stringify({
      verify: words.verify,
      holds: sentence(words.allHold).source,
      broken: sentence(words.someBroken).source,
    })})`,
  )
  assert.deepEqual(unnoticed, [])
  await verify.click()
  await page.getByText(whole, { exact: true }).waitFor()
}

/** Whatever the numbers are. */
const sentence = (say: (...numbers: number[]) => string): RegExp =>
  new RegExp(
    `^${say(7771, 7772, 7773)
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/777\d/g, '\\d+')}$`,
  )

/**
 * Runs in the page. A record's row as it stands on the disk: the signed text (each of its values in its turn), signature, key
 * and each part of the relay's receipt.
 */
const changes = `
  const opened = async () => {
    const all = await indexedDB.databases()
    const found = all.map(({ name }) => name).find((name) => /^asterism:[0-9a-z]{26}$/.test(name ?? ''))
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open(found)
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  }
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const other = (value) => {
    if (typeof value === 'string') return value === '' ? 'x' : (value[0] === 'a' ? 'b' : 'a') + value.slice(1)
    if (typeof value === 'number') return value + 1
    if (typeof value === 'boolean') return !value
    if (value === null) return 'x'
    if (value instanceof Uint8Array) { const copy = value.slice(); copy[copy.length - 1] ^= 1; return copy }
    if (Array.isArray(value)) return [...value, 'x']
    return { ...value, x: 1 }
  }
  const list = []
  window.listChanges = async () => {
    const database = await opened()
    const rows = await done(database.transaction('records').objectStore('records').getAll())
    const keys = await done(database.transaction('records').objectStore('records').getAllKeys())
    database.close()
    rows.forEach((row, at) => {
      const enter = (name, changed) => list.push({ name: row.id + ' ' + name, row, changed, key: keys[at] })
      const fact = JSON.parse(row.text)
      const inText = (where, of, put) => {
        for (const name of Object.keys(of)) {
          const changed = put({ ...of, [name]: other(of[name]) })
          enter(where + name, { ...row, text: JSON.stringify(changed) })
        }
      }
      inText('text.', fact, (made) => made)
      inText('text.body.', fact.body, (made) => ({ ...fact, body: made }))
      for (const name of ['signature', 'key']) enter(name, { ...row, [name]: other(row[name]) })
      if (row.receipt !== null)
        for (const name of Object.keys(row.receipt))
          enter('receipt.' + name, { ...row, receipt: { ...row.receipt, [name]: other(row.receipt[name]) } })
    })
    return list.map(({ name }) => name)
  }
  const put = async (place, row) => {
    const database = await opened()
    const store = database.transaction('records', 'readwrite').objectStore('records')
    await done(store.keyPath === null ? store.put(row, list[place].key) : store.put(row))
    database.close()
  }
  const appears = (fits) =>
    new Promise((resolve) => {
      const dialog = document.querySelector('[role=dialog]')
      const look = () => fits(dialog.querySelector('.ui-banner')?.textContent ?? '')
      if (look()) return resolve(true)
      const late = setTimeout(() => { watch.disconnect(); resolve(look()) }, 5_000)
      const watch = new MutationObserver(() => {
        if (!look()) return
        clearTimeout(late)
        watch.disconnect()
        resolve(true)
      })
      watch.observe(dialog, { subtree: true, childList: true, characterData: true })
    })
  /** Alternately changed and as it was, so that no banner can be the one before. */
  window.changeAll = async ({ verify, holds, broken }) => {
    const [whole, torn] = [new RegExp(holds), new RegExp(broken)]
    const press = () =>
      [...document.querySelectorAll('[role=dialog] button')].find(({ textContent }) => textContent === verify).click()
    const unnoticed = []
    for (const [place, { name, row, changed }] of list.entries()) {
      await put(place, changed)
      press()
      if (!(await appears((text) => torn.test(text)))) unnoticed.push(name)
      await put(place, row)
      press()
      await appears((text) => whole.test(text))
    }
    return unnoticed
  }
  undefined
`
