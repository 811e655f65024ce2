const pages = new Map<string, Promise<Document>>()

/** The page of a record's citations, read once: its texts are the ones that everything else prints. */
function citationPage(address: string): Promise<Document> {
  const known = pages.get(address)
  if (known) return known
  const page = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address} answered ${response.status}`)
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  })
  pages.set(address, page)
  return page
}

/** The citation of a record or part in a form, read from its page of citations (`…/cite/#e-revert`; without a fragment, the record's). Rejects where it cannot be had. */
export async function citationText(href: string, form: string): Promise<string> {
  const { origin, pathname, hash } = new URL(href)
  const page = await citationPage(origin + pathname)
  const holder = hash === '' ? page : page.getElementById(hash.slice(1))
  const text = holder?.querySelector(`[data-form="${form}"]`)?.textContent
  if (!text) throw new Error(`${href} holds no citation as ${form}`)
  return text
}
