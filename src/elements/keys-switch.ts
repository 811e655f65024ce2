import { make } from './search/make.ts'
import { t } from './words.ts'

function turn(state: 'on' | 'off'): void {
  document.documentElement.dataset['keys'] = state
  try {
    localStorage.setItem('keys', state)
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
}

/** The switch that turns all single keys of the site off or on, in this browser. */
export function keysSwitch(): HTMLLabelElement {
  const box = make('input', { type: 'checkbox' })
  box.checked = document.documentElement.dataset['keys'] !== 'off'
  box.addEventListener('change', () => turn(box.checked ? 'on' : 'off'))
  return make('label', { class: 'flex min-h-8 items-center gap-1.5' }, box, ` ${t('Use these keys')}`)
}
