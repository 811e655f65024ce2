import { html, type Markup } from '#text/html.ts'
import { type Arrangement, type Placed, ZEROS } from '#views/arrange.ts'
import type { Comparable } from '#views/comparable.ts'

type To = (route: string) => string
type Pair = readonly [Comparable, Comparable]

const ROW = 54
const TOP = 20

/** Where each mark's shape stands: it is 18 wide and its middle is at (9, 11). */
const mark = ({ x, words, route, kind }: Placed, y: number, to: To): Markup =>
  html`<svg x="${x}%" y="${y}" overflow="visible"><a href="${to(route)}" aria-label="${words}" class="${kind}"><title>${words}</title><rect class="hit" x="-12" y="-12" width="24" height="24"/><use href="#mk-${kind}" x="-9" y="-11"/></a></svg>`

const stop = ({ x, words, kind }: Placed, y: number): Markup =>
  html`<rect class="stop ${kind}" x="${x}%" y="${y - 14}" width="2" height="28"><title>${words}</title></rect>`

/** Both incidents as two rails on one axis. */
function drawing(pair: Pair, { zero, sides, ticks, breaks }: Arrangement, to: To): Markup {
  const height = TOP + ROW * 2
  const rail = (index: number) => TOP + ROW * index + 36
  return html`<div class="table-scroll wide paired" role="region" tabindex="0" aria-label="Both on one time axis from ${ZEROS[zero]}"><svg class="pair" width="100%" height="${height}">${ticks.map(({ x, label }) => html`<line class="grid" x1="${x}%" x2="${x}%" y1="${TOP - 4}" y2="${height}"/><text x="${x}%" y="12" class="${x > 92 ? 'end' : x < 8 ? 'begin' : ''}">${label}</text>`)}${sides.map(({ milestones, events }, index) => html`<g role="group" aria-label="${pair[index]?.title}"><line class="rail" x1="0" x2="100%" y1="${rail(index)}" y2="${rail(index)}"/>${milestones.map((item) => stop(item, rail(index)))}${events.map((item) => mark(item, rail(index), to))}</g>`)}${breaks.map((x) => html`<svg x="${x}%" y="${TOP}" overflow="visible"><path class="cut" d="M-4 ${ROW * 2}L4 0H10L2 ${ROW * 2}z"/><path class="edge" d="M-4 ${ROW * 2}L4 0M2 ${ROW * 2}L10 0"/></svg>`)}${pair.map(({ title }, index) => html`<text class="name" x="0" y="${rail(index) - 19}" aria-hidden="true">${title}</text>`)}</svg></div>`
}

const head = (pair: Pair, to: To): Markup =>
  html`<thead><tr><th scope="col">What</th>${pair.map(({ title, route }) => html`<th scope="col"><a href="${to(route)}">${title}</a></th>`)}</tr></thead>`

const table = (caption: string, pair: Pair, to: To, rows: readonly Markup[]): Markup =>
  html`<div class="table-scroll wide" role="region" tabindex="0" aria-label="${caption}"><table><caption><span>${caption}</span></caption>${head(pair, to)}<tbody>${rows}</tbody></table></div>`

const row = (label: string, cells: readonly (Markup | string)[]): Markup =>
  html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`

const soft = (words: string): Markup => html`<span class="soft">${words}</span>`

/** One alignment: the drawing, then every milestone with its time since the common zero. */
export function alignedHtml(pair: Pair, arrangement: Arrangement, to: To): Markup {
  const { zero, rows, breaks } = arrangement
  const note = breaks.length === 0 ? undefined : html`<p class="soft">A slanted cut: that piece is not to scale.</p>`
  return html`${drawing(pair, arrangement, to)}${note}${table(
    `Milestones, from ${ZEROS[zero]}`,
    pair,
    to,
    rows.map(({ label, cells }) =>
      row(
        label,
        cells.map((cell) =>
          cell ? html`<a href="${to(cell.route)}"><b>${cell.since}</b></a> ${soft(cell.when)}` : soft('not recorded'),
        ),
      ),
    ),
  )}`
}

/** What does not depend on the alignment: kind, causes, durations, safeguards. */
export function besideHtml(pair: Pair, to: To): Markup {
  const names = [...new Set(pair.flatMap(({ metrics }) => metrics.map(({ name }) => name)))]
  const controls = [...new Set(pair.flatMap((one) => one.controls.map(({ text }) => text)))]
  const state = ({ controls: own }: Comparable, control: string) =>
    own
      .filter(({ text }) => text === control)
      .map((found) => found.state)
      .join(', ')
  return html`${table('Kind, causes and durations', pair, to, [
    row(
      'Kind',
      pair.map(({ facts }) => facts),
    ),
    row(
      'Causes',
      pair.map(({ causes }) => causes.join(', ') || soft('not recorded')),
    ),
    ...names.map((name) =>
      row(
        name,
        pair.map(({ metrics }) => metrics.find((metric) => metric.name === name)?.length ?? soft('not known')),
      ),
    ),
  ])}${
    controls.length === 0
      ? undefined
      : table(
          'Safeguards',
          pair,
          to,
          controls.map((control) =>
            row(
              control,
              pair.map((one) => state(one, control) || soft('not recorded')),
            ),
          ),
        )
  }`
}
