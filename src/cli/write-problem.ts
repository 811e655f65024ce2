const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run it again',
  EDQUOT: 'your share of the disk is used up; free some space and run it again',
  EFBIG: 'the file is larger than this machine allows; raise the limit and run it again',
  EACCES: 'this account may not write there; choose another place or ask for the right',
  EPERM: 'this account may not write there; choose another place or ask for the right',
  EROFS: 'the disk is read-only; choose another place',
  'ENOENT mkdir': 'the place takes no new folders; choose another one',
  ENOTDIR: 'part of the path is a file; choose another place',
  EEXIST: 'part of the path is a file; choose another place',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  EIO: 'the disk reported a fault; choose another one',
}

/**
 * Writing failed for a reason outside the program: the message says what, why and what to do. Nothing half-written
 * stays.
 */
export class WriteError extends Error {}

/** Turns a failure of the file system into a WriteError; any other error is handed back as it is. */
export function writeProblem(error: unknown, path: string): Error {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const call = error instanceof Error && 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : ''
  const reason = REASONS[code] ?? REASONS[`${code} ${call}`]
  if (reason !== undefined) return new WriteError(`${path} could not be written: ${reason}`, { cause: error })
  return error instanceof Error ? error : new Error(String(error))
}
