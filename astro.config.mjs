import aftermath from 'astro-aftermath'
import { defineConfig } from 'astro/config'

export default defineConfig({ integrations: [aftermath({ logo: { src: '/logo.svg' } })] })
