// Runs before the first paint, so that a chosen theme never flashes. Plain JavaScript: it is served as it stands.
try {
  const theme = localStorage.getItem('theme')
  if (theme) document.documentElement.dataset['theme'] = theme
} catch {
  // Storage is closed to us: the system’s theme serves.
}
