import aftermath from 'astro-aftermath'
import { defineConfig } from 'astro/config'

export default defineConfig({
  integrations: [aftermath({ hide: ['incidents', 'summits', 'controls', 'citations'], builtInDocs: { rules: false } })],
})
