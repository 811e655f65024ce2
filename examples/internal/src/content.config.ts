import { aftermathCollections } from 'astro-aftermath/content'
import { z } from 'astro/zod'

export const collections = aftermathCollections({
  extend: {
    incidents: z.object({
      tier: z
        .enum(['one', 'two', 'three'])
        .meta({ title: 'Service tier' })
        .describe('How soon the service must be back.'),
      ticket: z
        .string()
        .regex(/^OPS-\d+$/)
        .optional()
        .meta({ title: 'Ticket' })
        .describe('Where the work is followed.'),
    }),
  },
})
