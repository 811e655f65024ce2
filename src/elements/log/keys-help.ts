import { keysSwitch } from '../keys-switch.ts'
import { button, make } from '../search/make.ts'
import { t } from '../words.ts'

const KEYS = [
  ['j', 'next event'],
  ['k', 'previous event'],
  ['/', 'search everything'],
  ['?', 'this list'],
] as const

/** Lists the keys of a log in a dialog, with the switch that turns them off; Escape or the button closes it. */
export function showKeys(): void {
  const dialog = make(
    'dialog',
    { class: 'keys m-auto line-rule-strong px-6 py-4', 'aria-labelledby': 'keys-title' },
    make('h2', { id: 'keys-title' }, t('Keys')),
    make(
      'dl',
      { class: 'mt-3' },
      ...KEYS.map(([key, means]) =>
        make('div', { class: 'flex gap-x-4' }, make('dt', {}, make('kbd', {}, key)), make('dd', {}, t(means))),
      ),
    ),
    keysSwitch(),
    button(t('Close'), () => dialog.close(), { class: 'mt-3' }),
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
