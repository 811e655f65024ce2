import { AstroError } from 'astro/errors'

/**
 * An error in a file of the site, which its message names with what was expected and what was found; `hint` says what
 * to type. It has no stack: that would lead the owner into files of ours.
 */
export function ownersError(message: string, hint: string): AstroError {
  const error = new AstroError(message, hint)
  error.stack = `${error.name}: ${message}`
  return error
}
