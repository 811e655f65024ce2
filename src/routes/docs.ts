import { type CollectionEntry, getCollection } from 'astro:content'

/** The product’s own pages of one folder (`rules`, `guides`), in their order, then by title. */
export async function docsIn(folder: string): Promise<{ name: string; doc: CollectionEntry<'docs'> }[]> {
  const docs = await getCollection('docs', ({ id }) => id.startsWith(`${folder}/`))
  return docs
    .map((doc) => ({ name: doc.id.slice(folder.length + 1), doc }))
    .sort(
      (a, b) =>
        (a.doc.data.order ?? 99) - (b.doc.data.order ?? 99) || a.doc.data.title.localeCompare(b.doc.data.title, 'en'),
    )
}
