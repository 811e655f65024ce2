// A name as programs write it: in code marks, with "_" or capitals within, behind "--", with dots between small
// letters, or of a vulnerability.
const MARKED = /`([^`\n]{2,80})`/g
const BARE = new RegExp(
  String.raw`(?<![\w.@/-])(?:--[a-z][\w-]{2,60}|CVE-\d{4}-\d{4,7}|[a-z]\w{0,60}_\w{1,60}|` +
    String.raw`[A-Z]{2,20}_[A-Z_\d]{1,40}|[a-z]{2,30}[A-Z][A-Za-z\d]{1,60}|[a-z]{3,30}\.[a-z]{3,30}` +
    String.raw`(?:\.[a-z]{3,30})?(?=\(|\b_))(?![\w-])`,
  'g',
)

/**
 * Identifiers and settings that a text names, as they stand there, each once. Long text in code marks is a command, and
 * left out.
 */
export const settingsIn = (text: string): string[] => [
  ...new Set([
    ...[...text.matchAll(MARKED)].flatMap(([, name = '']) =>
      name.trim().split(/\s+/).length <= 3 ? [name.trim()] : [],
    ),
    ...[...text.matchAll(BARE)].map(([name]) => name),
  ]),
]
