import type { LocalZone } from '#time/format.ts'

const pad = (value: number) => String(value).padStart(2, '0')

/**
 * The reader's own clock. Its name is the offset from UTC at the instant, because a zone's offset changes over the
 * year.
 */
export const localZone: LocalZone = {
  fields(instant) {
    const date = new Date(instant)
    return [
      date.getFullYear(),
      date.getMonth() + 1,
      date.getDate(),
      date.getHours(),
      date.getMinutes(),
      date.getSeconds(),
    ]
  },
  name(instant) {
    const offset = -new Date(instant).getTimezoneOffset()
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
    return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${pad(hours)}:${pad(minutes)}`
  },
}
