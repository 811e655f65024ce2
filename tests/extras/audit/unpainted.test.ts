import assert from 'node:assert/strict'
import test from 'node:test'
import sharp from 'sharp'
import { unpainted } from '#extras/audit/unpainted.ts'
import { gif, jpeg, png, webp } from '../../content/image/pictures.ts'

const SECRET = 'velvet kestrel'

for (const [ending, make] of Object.entries({ png, jpg: jpeg, webp, gif }))
  test(`all that is no pixel of a ${ending} is kept, also what follows its end`, () => {
    const bytes = make(30, 20, SECRET)
    const count = (from: Buffer) => from.toString('latin1').split(SECRET).length
    assert.ok(count(bytes) > 2)
    assert.equal(count(unpainted(bytes, ending)), count(bytes))
    for (let at = 0; at < bytes.length; at += 3) assert.ok(unpainted(bytes.subarray(0, at), ending).length <= at)
  })

// The same noise each time (a linear congruential generator), which no encoder can make small.
const noise = Buffer.alloc(120 * 120 * 3)
for (let at = 0, state = 1; at < noise.length; at++) {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31
  noise[at] = state >> 16
}

for (const ending of ['png', 'jpeg', 'webp', 'avif', 'gif'] as const)
  test(`pixels of a ${ending} are left out`, async () => {
    const bytes = await sharp(noise, { raw: { width: 120, height: 120, channels: 3 } })
      .toFormat(ending)
      .toBuffer()
    assert.ok(bytes.length > 5000, String(bytes.length))
    assert.ok(unpainted(bytes, ending).length < 1500, String(unpainted(bytes, ending).length))
  })
