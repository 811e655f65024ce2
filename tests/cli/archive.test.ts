import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { captureByRule, captureFrom } from '#cli/archive/captures.ts'
import { askArchive, byHost, checkLink } from '#cli/archive/network.ts'
import { findingsOf, issueText } from '#cli/archive/report.ts'
import { run } from '#cli/run.ts'
import { issuesStandIn } from '../action/issues-stand-in.ts'
import { cli, contentFolder } from '../content-folder.ts'

const capture = (url: string, closest: object = {}) => ({
  archived_snapshots: {
    closest: { available: true, status: '200', url: `http://web.archive.org/web/20240720010203/${url}`, ...closest },
  },
})

/** A server of documents and an archive that knows some of them; gives its address and what it was asked. */
async function webStandIn(t: TestContext) {
  const asked: string[] = []
  let failures = 1
  const answers: Readonly<Record<string, (response: ServerResponse, url: URL) => void>> = {
    '/report': (response) => response.end('words'),
    '/login': (response) => response.writeHead(403).end(),
    '/gone': (response) => response.writeHead(410).end(),
    '/fault': (response) => response.writeHead(503).end(),
    '/once': (response) => response.writeHead(failures-- > 0 ? 500 : 200).end(),
    '/old': (response) => response.writeHead(301, { location: '/report' }).end(),
    '/for-now': (response) => response.writeHead(302, { location: '/report' }).end(),
    '/circle': (response) => response.writeHead(302, { location: '/circle' }).end(),
    '/circles': (response, url) =>
      response.writeHead(302, { location: `/circles?${Number(url.search.slice(1)) + 1}` }).end(),
    '/mail': (response) => response.writeHead(302, { location: 'mailto:a@b.example' }).end(),
    // No answer ever.
    '/slow': () => {},
    '/available': (response, url) => {
      const wanted = url.searchParams.get('url') ?? ''
      if (wanted.endsWith('/html')) return response.end('<!doctype html><title>Busy</title>')
      if (wanted.endsWith('/busy')) return response.writeHead(429).end()
      return response.end(JSON.stringify(wanted.endsWith('/report') ? capture(wanted) : { archived_snapshots: {} }))
    },
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    asked.push(`${url.pathname}${url.search}`)
    const answer = answers[url.pathname]
    if (answer) answer(response, url)
    else response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const site = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
  return { site, asked, network: { api: `${site}/available`, patience: 30_000, waits: [] } }
}

test('an address that is a copy in an archive names it; a short link, a search and the document do not', () => {
  for (const url of [
    'https://web.archive.org/web/20240720010203/https://acme.example/report',
    'https://perma.cc/AB12-CD34',
    'https://arquivo.pt/wayback/20240720010203/https://acme.example/report',
  ])
    assert.equal(captureByRule(url), url)
  for (const url of [
    'https://web.archive.org/web/*/https://acme.example/report',
    'https://archive.ph/newest/https://acme.example/report',
    'https://archive.org/details/report',
    'https://acme.example/web/20240720010203/https://acme.example/',
  ])
    assert.equal(captureByRule(url), undefined)
})

test('a copy is taken only of that very address, and only where the archive says that it is there', () => {
  const url = 'https://www.acme.example/report/'
  const address = 'https://web.archive.org/web/20240720010203/http://acme.example/report'
  assert.deepEqual(captureFrom(capture('http://acme.example/report'), url), { is: 'found', address })
  for (const other of [
    capture('http://acme.example/other'),
    capture('http://acme.example/report', { available: false }),
    capture('http://acme.example/report', { status: '404' }),
    capture('', { url: 'https://evil.example/web/20240720010203/http://acme.example/report' }),
    { archived_snapshots: {} },
  ])
    assert.deepEqual(captureFrom(other, url), { is: 'none' })
  for (const other of [{}, [], 'none', null, { archived_snapshots: { closest: 'x' } }])
    assert.equal(captureFrom(other, url).is, 'silent')
})

test('each way in which an address can answer is told apart', async (t) => {
  const { site, network } = await webStandIn(t)
  const state = async (path: string) => {
    const { is, why } = await checkLink(`${site}${path}`, network)
    return `${is}: ${why.replace(site, '')}`
  }
  assert.deepEqual(
    await Promise.all(
      ['/report', '/login', '/gone', '/none', '/fault', '/old', '/for-now', '/circle', '/circles?1', '/mail'].map(
        state,
      ),
    ),
    [
      'alive: 200',
      'refused: 403',
      'dead: 410',
      'dead: 404',
      'failing: 503',
      'moved: to /report',
      'alive: 200',
      'failing: it redirects in a circle',
      'failing: more than 10 redirects',
      'refused: it redirects to mailto:',
    ],
  )
  assert.deepEqual(await checkLink(`${site}/slow`, { ...network, patience: 50 }), {
    ...{ is: 'failing', why: 'no answer within 0.05 s', hasAnswered: false },
  })
  const closed = await checkLink('http://127.0.0.1:1/', network)
  assert.deepEqual([closed.is, closed.hasAnswered], ['failing', false])
})

test('what only passes is asked again', async (t) => {
  const { site, asked, network } = await webStandIn(t)
  assert.equal((await checkLink(`${site}/once`, { ...network, waits: [0, 0] })).is, 'alive')
  assert.deepEqual(asked, ['/once', '/once'])
})

test('an archive that answers with HTML, a fault or nothing is never read as "there is no copy"', async (t) => {
  const { site, network } = await webStandIn(t)
  const why = async (url: string, options = network) => {
    const asked = await askArchive(url, '2024-07-19', options)
    return asked.is === 'silent' ? asked.why : asked.is
  }
  assert.equal(await why('https://acme.example/html'), 'the archive answered with something else than JSON')
  assert.equal(await why('https://acme.example/busy'), 'the archive answered 429')
  assert.equal(
    await why('https://acme.example/x', { ...network, api: `${site}/slow`, patience: 50 }),
    'the archive gave no answer within 0.05 s',
  )
  assert.equal(await why('https://acme.example/x'), 'none')
  assert.equal(await why('https://acme.example/report'), 'found')
})

test('addresses of one host are asked one after another, those of several at once', async () => {
  const steps: string[] = []
  await byHost(
    ['a1', 'a2', 'b1'],
    (one) => one.charAt(0),
    2,
    async (one) => {
      steps.push(`${one} begins`)
      await Promise.resolve()
      steps.push(`${one} ends`)
    },
  )
  assert.deepEqual(steps.slice(0, 2), ['a1 begins', 'b1 begins'])
  assert.ok(steps.indexOf('a1 ends') < steps.indexOf('a2 begins'))
})

/** A folder whose two sources stand at the given addresses. */
function sourcesAt(t: TestContext, report: string, story: string) {
  const folder = contentFolder(t)
  for (const [file, url] of [
    ['acme-report', report],
    ['beacon-story', story],
  ] as const) {
    const path = join(folder, 'content/sources', `${file}.yaml`)
    writeFileSync(path, `${readFileSync(path, 'utf8').replace(/^url: .*\n/m, '')}url: ${url}\n`)
  }
  const read = (file: string) => readFileSync(join(folder, 'content/sources', `${file}.yaml`), 'utf8')
  return { folder, read }
}

test('the copy found is written into its source, what is dead is named, and a second run writes nothing', async (t) => {
  const { site, asked, network } = await webStandIn(t)
  const { folder, read } = sourcesAt(t, `${site}/report`, `${site}/gone`)
  const archive = (...args: string[]) => cli(folder, ['archive', '--once', '--api', network.api, ...args])
  const dry = await archive('--dry-run')
  assert.equal(dry.exitCode, 1)
  assert.match(dry.stdout, /^Dead addresses \(1\):\n {2}sources\/beacon-story\.yaml {2}\S+\/gone {2}410\n/)
  assert.match(dry.stdout, /Copies found in an archive \(1\):\n {2}sources\/acme-report\.yaml/)
  assert.match(dry.stdout, /\n2 sources with an address: 1 copy found, 1 without one, 1 dead\.\n$/)
  assert.doesNotMatch(read('acme-report'), /archive/)
  assert.ok(asked.some((one) => one.startsWith('/available') && /timestamp=\d{8}$/.test(one)))
  assert.equal((await archive()).exitCode, 1)
  assert.match(
    read('acme-report'),
    new RegExp(`^archive: "https://web\\.archive\\.org/web/20240720010203/${site}/report"$`, 'm'),
  )
  assert.doesNotMatch(read('beacon-story'), /archive/)
  assert.match((await archive()).stdout, /: 0 copies written, 1 without one, 1 dead\./)
  assert.equal((await cli(folder, ['check'])).exitCode, 0)
})

test('without a network what an address names by itself is written, the rest listed, and nobody asked', async (t) => {
  const copy = 'https://web.archive.org/web/20240720010203/https://acme.example/report'
  const { folder, read } = sourcesAt(t, copy, 'https://beacon.example/story')
  const { exitCode, stdout, stderr } = await cli(folder, ['archive', '--offline'])
  assert.deepEqual([exitCode, stderr], [0, ''])
  assert.match(stdout, /\n2 sources with an address: 1 copy written, 1 without one, 0 dead\.\n$/)
  assert.match(stdout, /Sources without a copy in an archive \(1\):\n {2}sources\/beacon-story\.yaml/)
  assert.ok(read('acme-report').includes(`archive: "${copy}"`))
})

test('where nobody answers nothing is known, and nothing is called dead', async (t) => {
  const { folder } = sourcesAt(t, 'http://127.0.0.1:1/report', 'http://127.0.0.1:1/story')
  const { exitCode, stdout, stderr } = await cli(folder, ['archive', '--once', '--api', 'http://127.0.0.1:1/'])
  assert.deepEqual([exitCode, stdout], [1, ''])
  assert.match(stderr, /no address answered, so nothing is known\. Without a network there is --offline\./)
})

test('who waits is told how far it is, where progress is shown', async (t) => {
  const { site, network } = await webStandIn(t)
  const { folder } = sourcesAt(t, `${site}/report`, `${site}/login`)
  const said: string[] = []
  await run(['archive', '--dry-run', '--once', '--api', network.api], {
    ...{ env: {}, cwd: folder, clock: Date.UTC(2026, 5, 1), color: false, columns: undefined },
    progress: (line) => said.push(line),
  })
  assert.deepEqual(said, ['Asked 1 of 2 addresses: acme-report', 'Asked 2 of 2 addresses: beacon-story'])
})

test('a source above the audience is neither asked about nor named', async (t) => {
  const { site, asked, network } = await webStandIn(t)
  const { folder, read } = sourcesAt(t, `${site}/report`, `${site}/gone`)
  writeFileSync(
    join(folder, 'content/sources/secret.yaml'),
    `${read('beacon-story')}tlp: RED\n`.replace('/gone', '/secret'),
  )
  const { stdout } = await cli(folder, ['archive', '--dry-run', '--once', '--api', network.api])
  assert.ok(!stdout.includes('secret'))
  assert.ok(!asked.some((one) => one.includes('secret')))
})

test('one issue of the repository is kept with what was found, and closed when nothing is to be done', async (t) => {
  const { site, network } = await webStandIn(t)
  const forge = await issuesStandIn(t)
  const env = { GITHUB_TOKEN: 'forge-token', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: forge.api }
  const report = (folder: string) =>
    cli(folder, ['archive', '--report', '--dry-run', '--once', '--api', network.api], env)
  const { folder, read } = sourcesAt(t, `${site}/report`, `${site}/gone`)
  for (const _week of [1, 2]) {
    const { exitCode, stderr } = await report(folder)
    assert.deepEqual([exitCode, stderr], [0, 'Kept https://forge.example/o/r/issues/1\n'])
  }
  assert.equal(forge.issues.length, 1)
  assert.match(
    forge.issues[0]?.body ?? '',
    /^<!-- aftermath: sources -->\n2 sources .*### Dead addresses \(1\)\n\n- `beacon-story`/s,
  )
  for (const file of ['acme-report', 'beacon-story'])
    writeFileSync(
      join(folder, 'content/sources', `${file}.yaml`),
      `${read(file).replace(/^url: .*\n/m, '')}url: ` +
        `${site}/report\narchive: https://web.archive.org/web/20240720010203/x\n`,
    )
  assert.match((await report(folder)).stderr, /Nothing is to be done, and no issue is open\./)
  assert.equal(forge.issues[0]?.state, 'closed')
  forge.refuses = 403
  const { exitCode, stderr } = await report(sourcesAt(t, `${site}/gone`, `${site}/gone`).folder)
  assert.deepEqual([exitCode, /could not be kept: the forge answered 403/.test(stderr)], [1, true])
})

test('what others wrote is code in the issue, and a long list ends with how many more there are', () => {
  const one = { id: 'a', file: 'sources/a.yaml', url: 'https://a.example/`@all`', hasArchive: false }
  const text = issueText(findingsOf(Array.from({ length: 200 }, () => one)), 200)
  assert.match(text, /- `a` `https:\/\/a\.example\/%60@all%60`\n/)
  assert.match(text, /\n- and 50 more$/)
  assert.equal(issueText(findingsOf([{ ...one, hasArchive: true }]), 1), '')
})

for (const [args, says] of [
  [['--api', 'archive'], /expected an address after --api, such as https:/],
  [['--patience', '0'], /expected seconds from 1 to 300 after --patience, found "0"/],
  [['--report'], /expected GITHUB_TOKEN and GITHUB_REPOSITORY \(owner\/name\) with --report/],
] as const)
  test(`wrong use is said: archive ${args.join(' ')}`, async (t) => {
    const { exitCode, stderr } = await cli(contentFolder(t), ['archive', ...args])
    assert.equal(exitCode, 2)
    assert.match(stderr, says)
  })
