import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { BuildReply } from './build-worker.ts'

// Asks the build server (the socket is the first argument, the request comes on standard input) and ends as the build
// did.
const connection = connect({ path: process.argv[2] ?? '', allowHalfOpen: true })
connection.end(await text(process.stdin))
const { status, stdout, stderr } = JSON.parse(await text(connection)) as BuildReply
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
