import { aftermathCollections } from 'astro-aftermath/content'

export const collections = aftermathCollections()
