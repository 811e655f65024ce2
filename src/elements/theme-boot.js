// Runs before the first paint, so that a chosen theme never flashes. Plain JavaScript: it is served as it stands.
try {
  const theme = localStorage.getItem('theme')
  // Another application at this origin may keep other words under the same name.
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme
} catch {
  // Storage is closed to us: the system’s theme serves.
}
