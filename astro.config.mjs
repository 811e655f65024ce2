import mdx from '@astrojs/mdx'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { readSettings } from './src/content/settings.ts'
import { devSearch } from './src/integration/dev-search.ts'
import { devContent } from './src/integration/dev-content.ts'
import { cacheFolder, workFolder } from './src/integration/cache.ts'

// The build script has put flags into the environment; a bare `astro` command reads the same variables.
const settings = readSettings({}, process.env, import.meta.dirname, Date.now())

export default defineConfig({
  base: settings.base,
  outDir: settings.out,
  cacheDir: cacheFolder(import.meta.dirname, settings),
  ...(settings.site ? { site: settings.site } : {}),
  trailingSlash: 'always',
  // Inline elements on lines of their own keep the space between them.
  compressHTML: true,
  build: { assets: '_assets', inlineStylesheets: 'never', concurrency: 8 },
  // A highlighter writes style attributes, which a strict Content-Security-Policy refuses.
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), devSearch(settings), devContent(settings)],
  vite: {
    cacheDir: `${workFolder(import.meta.dirname)}/vite`,
    plugins: [tailwindcss({ optimize: false })],
    // Pagefind's own files are written after the build and loaded at run time. Nothing small is written into pages or styles: the Content-Security-Policy allows no inline script or font.
    // Astro's own "use astro:head-inject" in compiled MDX makes the bundler warn once per page of prose, about nothing a reader of the log can change.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { external: [/\/pagefind\//], checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
})
