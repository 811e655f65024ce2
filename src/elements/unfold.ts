/** The part that the address names, also where its escapes are unsound: then as it is written, as browsers take it. */
function named(): HTMLElement | null {
  const written = location.hash.slice(1)
  try {
    return document.getElementById(decodeURIComponent(written))
  } catch {
    return document.getElementById(written)
  }
}

/** Opens whatever is folded around a part, and brings it into sight where something was. */
function unfold(): void {
  const target = named()
  let opened = false
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    opened ||= !fold.open
    fold.open = true
  }
  if (opened) target?.scrollIntoView()
}

// Browsers that follow the standard do so themselves; others need to be told.
addEventListener('hashchange', unfold)
unfold()
