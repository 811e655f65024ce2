import { type Ask, Stopped } from './context.ts'

const MANY = 12

// Loaded when a question is asked: the other commands need not wait for it.
const prompts = () => import('@clack/prompts')

function answer(value: string | symbol): string {
  if (typeof value === 'symbol') throw new Stopped('stopped; nothing was written')
  return value
}

/** Asks at the terminal of this process. */
export const askAtTerminal: Ask = {
  async text(message, check, initial) {
    const { text } = await prompts()
    return answer(
      await text({
        message,
        validate: (value) => check(value ?? ''),
        ...(initial === undefined ? {} : { initialValue: initial }),
      }),
    )
  },
  async choose(message, options) {
    const { autocomplete, select } = await prompts()
    const shown = options.map(({ value, hint }) => ({ value, label: value, ...(hint === undefined ? {} : { hint }) }))
    return answer(
      await (shown.length > MANY
        ? autocomplete({ message, options: shown, maxItems: MANY })
        : select({ message, options: shown })),
    )
  },
}
