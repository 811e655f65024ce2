import fc from 'fast-check'

const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const year = fc.oneof(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1990, max: 2030 }))
const month = fc.integer({ min: 1, max: 12 })
const mark = fc.constantFrom('', '', '~', '?', '%')
const day = fc
  .tuple(year, month, fc.nat(30))
  .map(([y, m, d]) => `${pad(y, 4)}-${pad(m)}-${pad((d % daysIn(y, m)) + 1)}`)
const zone = fc.oneof(
  fc.constant('Z'),
  fc
    .tuple(fc.constantFrom('+', '-'), fc.nat(14), fc.constantFrom(0, 15, 30, 45, 59))
    .map(([sign, hours, minutes]) => `${sign}${pad(hours)}:${pad(minutes)}`),
)
const clock = fc
  .tuple(fc.nat(23), fc.nat(59), fc.option(fc.nat(59), { nil: undefined }))
  .map(([h, m, s]) => `${pad(h)}:${pad(m)}${s === undefined ? '' : `:${pad(s)}`}`)

/** Every written form of one point in time. */
export const writtenPoint = fc
  .tuple(
    fc.oneof(
      year.map((y) => pad(y, 4)),
      fc.tuple(year, month).map(([y, m]) => `${pad(y, 4)}-${pad(m)}`),
      day,
      fc.tuple(day, clock, zone).map(([d, c, z]) => `${d}T${c}${z}`),
    ),
    mark,
  )
  .map(([point, quality]) => point + quality)

/** Points and intervals, of which some intervals run backwards and are no Moments. */
export const writtenForm = fc.oneof(
  writtenPoint,
  fc
    .tuple(fc.oneof(writtenPoint, fc.constant('..')), fc.oneof(writtenPoint, fc.constant('..')))
    .map(([from, to]) => `${from}/${to}`),
)
