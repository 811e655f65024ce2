import type { Page } from '@playwright/test'

/** An engine under measurement: gives the first ten record ids for a query, and how long it took in ms. */
export type Answer = (q: string) => Promise<{ readonly ids: readonly string[]; readonly ms: number }>

const idOf = (url: string): string => /^\/[^/]+\/([^/]+)\//.exec(new URL(url, 'http://localhost').pathname)?.[1] ?? ''

/** The search page as a reader uses it: from the query in its box to ten results drawn. */
export async function ours(page: Page, origin: string): Promise<Answer> {
  await page.goto(`${origin}/search/`)
  return async (q) => {
    const { links, ms } = await page.evaluate(async (text) => {
      const root = document.querySelector('kb-search')
      const [form, input] = [root?.querySelector('form'), root?.querySelector('input')]
      if (!root || !form || !input) throw new Error('no search page')
      const done = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (root.hasAttribute('aria-busy')) return
          observer.disconnect()
          resolve()
        })
        observer.observe(root, { attributes: true, attributeFilter: ['aria-busy'] })
      })
      input.value = text
      const start = performance.now()
      form.requestSubmit()
      await done
      const ms = performance.now() - start
      return { links: [...root.querySelectorAll('.hit-link')].map((link) => link.getAttribute('href') ?? ''), ms }
    }, q)
    return { ids: links.map(idOf), ms }
  }
}

/** Pagefind as it comes, over the built pages, with its own ranking. */
export async function plainPagefind(page: Page, origin: string, folder: string): Promise<Answer> {
  await page.goto(`${origin}/404.html`)
  return async (q) => {
    const { urls, ms } = await page.evaluate(
      async ([text, path]) => {
        interface Plain {
          search(term: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>
        }
        const pagefind = (await import(path)) as Plain
        const start = performance.now()
        const { results } = await pagefind.search(text)
        const shown = await Promise.all(results.slice(0, 10).map((hit) => hit.data()))
        return { urls: shown.map(({ url }) => url), ms: performance.now() - start }
      },
      [q, `${folder}pagefind.js`] as const,
    )
    return { ids: urls.map((url) => idOf(url.replace(/^\/plain/, ''))), ms }
  }
}
