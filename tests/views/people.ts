/** A position on a topic, as a record has it. */
export const on = (topic: string, stance: string, extra = {}) => ({ topic, stance, basis: 'paraphrased', ...extra })

/** Three organizations and two topics. */
export const people = {
  organizations: {
    acme: { name: 'Acme' },
    zeta: { name: 'Zeta', kind: 'press' },
    agency: { name: 'Agency', kind: 'regulator' },
  },
  topics: { kernel: { question: 'Should it?', label: 'Kernel' }, other: { question: 'Another?' } },
}
