/** The theme choice: shown only where scripts run, kept in this browser alone. */
class Theme extends HTMLElement {
  connectedCallback(): void {
    const choice = this.querySelector('select')
    if (!choice) return
    this.hidden = false
    choice.value = document.documentElement.dataset['theme'] ?? 'system'
    choice.addEventListener('change', () => apply(choice.value))
  }
}

function apply(theme: string): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
}

customElements.define('kb-theme', Theme)
