import aftermath from 'astro-aftermath'
import { defineConfig } from 'astro/config'

export default defineConfig({
  integrations: [
    aftermath({
      logo: { src: '/logo.svg' },
      nav: [{ text: 'Handbook', href: '/handbook/' }],
      hide: ['summits', 'statements', 'commitments', 'inquiries', 'topics', 'citations'],
      tokens: {
        colors: { link: { light: '#0b5d4e', dark: '#7fd6c2' }, visited: { light: '#4a5568', dark: '#b7bfcc' } },
      },
      components: { Footer: './src/overrides/Footer.astro' },
      builtInDocs: { guides: false, rules: false },
    }),
  ],
})
