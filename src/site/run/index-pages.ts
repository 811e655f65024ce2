import { createIndex } from 'pagefind'

/** Indexes every built page of a folder with Pagefind and writes the index into it. Throws with Pagefind's own words on failure. */
export async function indexPages(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (!index) throw new Error(`the search index could not be made: ${errors.join('; ')}`)
  const added = await index.addDirectory({ path: folder })
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` })
  const problems = [...added.errors, ...written.errors]
  await index.deleteIndex()
  if (problems.length > 0) throw new Error(`the search index could not be written: ${problems.join('; ')}`)
  return added.page_count
}
