import { type Image, readImage } from '#content/images.ts'
import { settings } from './settings.ts'

/** A picture beside a record as it is published, by its path in the content folder; undefined for one that a check refuses. */
export const publishedPicture = (path: string): Image | undefined => readImage(settings.content, path)
