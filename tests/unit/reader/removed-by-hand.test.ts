import test from 'node:test'
import { APOLOGY, type Edits, INCIDENT, PROMISE, redOrganization, redSource, sameAsByHand } from './by-hand.ts'

const HEARD = '[acme-report] }\n  - { id: i-duration'

/** What is written, and what is left for everybody, as if somebody had removed the rest by hand. */
const CASES: Readonly<Record<string, readonly [Edits, Edits]>> = {
  'a contradiction about a restricted part goes with it': [
    {
      [INCIDENT]: [
        [HEARD, HEARD.replace('}\n', '}\n  - { id: i-vanadium, measure: vanadium-lost, tlp: RED, what: Vanadium, value: 4, assertedBy: acme, sources: [acme-report] }\n')],
        [
          'contradictions:\n',
          'contradictions:\n  - { id: x-vanadium, about: i-vanadium, why: So., readings: [{ text: A., sources: [acme-report], verdict: followed }, { text: B., sources: [acme-report], verdict: rival }] }\n',
        ],
      ],
    },
    {},
  ],
  'a quoted position goes with its quotation': [
    { [APOLOGY]: [['text: we will send', 'tlp: RED, text: we will send']] },
    {
      [APOLOGY]: [
        ['quotes:\n  - { id: k-stages, text: we will send every update in stages from now on }\n', ''],
        ['positions:\n  - { topic: staged-updates, stance: supports, basis: quoted, quote: k-stages }\n', ''],
      ],
    },
  ],
  'an event stays when its only actors are gone': [
    {
      ...redOrganization,
      [INCIDENT]: [
        ['kind: context, actor: acme, title: Acme sent', 'kind: context, actor: zirconia, title: Acme sent'],
        ['kind: onset, actor: harbor,', 'kind: onset, actor: [zirconia],'],
      ],
    },
    {
      [INCIDENT]: [
        ['kind: context, actor: acme, title: Acme sent', 'kind: context, title: Acme sent'],
        ['kind: onset, actor: harbor,', 'kind: onset,'],
      ],
    },
  ],
  'a claim with another source to serve outlives its own': [
    { ...redSource, [INCIDENT]: [['event: e-stop }', 'event: e-stop, sources: [tellurium-note] }']], [PROMISE]: [['log:', 'sources: [tellurium-note]\nlog:']] },
    {},
  ],
  'a claim goes when neither its own source nor another is left': [
    {
      ...redSource,
      [INCIDENT]: [
        ['event: e-stop }', 'event: e-stop }\n  - { id: m-word, name: publicWord, at: "2026-01-05T09:00Z", event: e-word, sources: [tellurium-note] }'],
        ['timeline:\n', 'timeline:\n  - { id: e-word, at: "2026-01-05T09:00Z", kind: publicWord, title: A word, sources: [tellurium-note] }\n'],
      ],
    },
    {},
  ],
}

for (const [what, [written, byHand]] of Object.entries(CASES))
  test(what, (t) => {
    sameAsByHand(t, written, byHand)
  })
