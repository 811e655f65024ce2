const WORDS = (
  'the update reached hosts that were online and each one that read the ' +
  'new file stopped before the rollback was seen by the fleet'
).split(' ')

/**
 * A body of about the given size, the same for the same number: headings, paragraphs with links and sources, lists,
 * tables, notes, code.
 * @param number which body.
 * @param size in characters.
 */
export function generatedBody(number: number, size: number): string {
  let state = number + 1
  const next = (limit: number) => {
    // The multiplier and increment of Numerical Recipes; any fixed sequence would do.
    state = (state * 1664525 + 1013904223) % 4294967296
    return state % limit
  }
  const sentence = () => `${Array.from({ length: 8 + next(10) }, () => WORDS[next(WORDS.length)]).join(' ')}.`
  const paragraph = () =>
    `${sentence()} *${sentence()}* ${sentence()} [a ` +
    `record](record-${next(500)}#e-part) <Src id="source-${next(200)}" />`
  const blocks = [
    () => `## Section ${next(1000)}`,
    paragraph,
    paragraph,
    () => Array.from({ length: 4 }, () => `- ${sentence()} <Ref to="record-${next(500)}" />`).join('\n'),
    () =>
      `| Time | What |\n| --- | --- ` +
      `|\n${Array.from({ length: 5 }, () => `| 04:${10 + next(50)} | ${sentence()} |`).join('\n')}`,
    () => `<Note title="Count">\n\n${paragraph()}\n\n</Note>`,
    () => `<Restricted tlp="RED">\n\n${paragraph()}\n\n</Restricted>`,
    () => `\`\`\`json\n{"file": ${next(1000)}, "state": {"seen": true}}\n\`\`\``,
  ]
  let body = ''
  for (let at = 0; body.length < size; at += 1) body += `${blocks[at % blocks.length]?.() ?? ''}\n\n`
  return body
}
