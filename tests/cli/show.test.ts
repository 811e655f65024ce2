import assert from 'node:assert/strict'
import test from 'node:test'
import { run } from '#cli/run.ts'
import { KINDS } from '#schema/kind-names.ts'
import { readContent } from '#content/read.ts'
import { cli, contentFolder, SMALL } from '../content-folder.ts'

const ids = readContent(SMALL, { level: 'RED', now: Number.POSITIVE_INFINITY, drafts: true }).entries.map(
  ({ id, kind }) => ({ id, kind }),
)

test('an incident is shown with its times in words, its timeline in columns, who says so, and numbered sources', async (t) => {
  const { exitCode, stdout, stderr } = await cli(contentFolder(t), ['show', '2026-01-05-router-outage'])
  assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: '' })
  assert.equal(
    stdout.slice(0, stdout.indexOf('\nFindings')),
    `An Acme update stopped the routers of Harbor Hospital
2026-01-05-router-outage · incident · revision 1

An update of the route filter stopped 40 routers for two hours.

Facts
  Kind      fault
  Severity  major
  Products  Acme Edge (org: Acme)
  Topics    Staged updates (staged-updates)
  Causes    content-update

Involved
  Origin    Acme
  Affected  Harbor Hospital

Milestones
  Began       5 January 2026, 08:00 UTC
  Detected    5 January 2026, 08:05 UTC
  Identified  5 January 2026, 08:40 UTC [1]
  Mitigated   5 January 2026, 09:10 UTC
  Recovered   5 January 2026, 10:00 UTC

Timeline (UTC)
  5 January 2026
  07:58        Acme                      Context      Acme sent the update to all routers
                                                      e-sent [1]
  08:00        Harbor Hospital           Onset        The routers of Harbor Hospital stopped
                                                      e-stop [1] [2]
  08:05        Harbor Hospital (network  Detection    The network team saw the alarm
               team)
                                                      e-alarm [2]
  09:10        Acme                      Containment  Acme withdrew the update
                                                      e-withdrawn [1]
  about 10:00  Harbor Hospital           Recovery     The last router was back
                                                      e-back [2] medium confidence
  9 January 2026
               Acme                      Follow-up    Acme published its report
                                                      e-report [1]

Impact
  about 40  Routers that stopped [1]
            According to Acme
  2 h       Time from the first router down until the last was back [2]
            According to The Beacon
`,
  )
  assert.match(
    stdout,
    /\n {2}\[2\] {2}Routers stop a hospital\. The Beacon\. 6 January 2026\n {7}news · https:\/\/beacon\.example\/routers\n/,
  )
})

test('a revision that the record never had is refused', async (t) => {
  const { exitCode, stderr } = await cli(contentFolder(t), ['show', 'acme-staged-updates@r9'])
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected a revision of acme-staged-updates up to 1, found "acme-staged-updates@r9"/)
})

test('a commitment is shown as it stands on a day', async (t) => {
  const folder = contentFolder(t)
  const stateOn = async (day: string) =>
    /As of (.+)\n {2}State {5}(.+)\n/
      .exec((await cli(folder, ['show', 'acme-staged-updates', '--now', day])).stdout)
      ?.slice(1)
  assert.deepEqual(
    [await stateOn('2026-02-15'), await stateOn('2026-03-01')],
    [
      ['15 February 2026', 'Too early to say'],
      ['1 March 2026', 'Kept'],
    ],
  )
})

test('every kind of record can be shown, at any width, without a line too long or a raw value', async (t) => {
  const folder = contentFolder(t)
  assert.deepEqual([...new Set(ids.map(({ kind }) => kind))].sort(), [...KINDS].sort())
  for (const { id } of ids)
    for (const columns of [40, 80, 200]) {
      const { stdout, exitCode } = await run(['show', id], {
        env: {},
        cwd: folder,
        clock: 0,
        color: false,
        columns,
        progress: () => {},
      })
      assert.equal(exitCode, 0)
      assert.doesNotMatch(stdout, /undefined|\[object|NaN|Invalid Date|null/)
      for (const line of stdout.split('\n'))
        assert.ok(line.length <= Math.max(columns, 60) || !line.trim().includes(' '), `${id} at ${columns}: ${line}`)
    }
})

test('a part is shown with its record, its sources and what refers to it', async (t) => {
  const { stdout } = await cli(contentFolder(t), ['show', '2026-01-05-router-outage#e-stop'])
  assert.equal(
    stdout,
    `The routers of Harbor Hospital stopped
2026-01-05-router-outage#e-stop · event of An Acme update stopped the routers of Harbor Hospital

Facts
  At     5 January 2026, 08:00 UTC
  Kind   onset
  Actor  Harbor Hospital
  Title  The routers of Harbor Hospital stopped

Sources
  [1]  Report on the router outage. Acme Networks. 9 January 2026
       https://acme.example/report
  [2]  Routers stop a hospital. The Beacon. 6 January 2026
       https://beacon.example/routers

Referred to by
  m-began  Began (2026-01-05-router-outage#m-began)
`,
  )
})

test('an old id leads to the record', async (t) => {
  const folder = contentFolder(t, {
    'organizations/quay.yaml':
      'name: Quay\nkind: vendor\naliases: [quayside]\nhistory: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n',
  })
  assert.match((await cli(folder, ['show', 'quayside'])).stdout, /^Quay\nquay · organization/)
})

test('a record with errors is not shown; its findings are', async (t) => {
  const { exitCode, stdout } = await cli(contentFolder(t, { 'organizations/acme.yaml': 'name: Acme\nkind: vendr\n' }), [
    'show',
    'acme',
  ])
  assert.equal(exitCode, 1)
  assert.match(stdout, /organizations\/acme\.yaml:2:1 {2}error {2}field-value/)
})

test('what an audience may not see is not there for it', async (t) => {
  const folder = contentFolder(t, {
    'organizations/quay.yaml':
      'name: Quay\nkind: vendor\ntlp: RED\nhistory: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n',
  })
  assert.match((await cli(folder, ['show', 'quay'])).stdout, /revision 1 · TLP:RED/)
  assert.deepEqual(await cli(folder, ['show', 'quay', '--audience', 'AMBER']), {
    exitCode: 2,
    stdout: '',
    stderr:
      'aftermath: no record has the id "quay". "aftermath export csv" lists records with their ids.\nRun "aftermath show --help" for what it takes.\n',
  })
})

test('colour is used only where the terminal has it', async (t) => {
  const folder = contentFolder(t)
  const shown = async (color: boolean) =>
    (await run(['show', 'acme'], { env: {}, cwd: folder, clock: 0, color, columns: 80, progress: () => {} })).stdout
  assert.ok((await shown(true)).includes('\u001b['))
  assert.equal((await shown(true)).replace(/\u001b\[\d+m/g, ''), await shown(false))
})
