import { html, type Markup } from '#text/html.ts'
import { type Arrangement, type Placed, type Side, ZEROS } from '#views/arrange.ts'
import { SPANS } from '#views/arrange-axis.ts'
import type { Comparable } from '#views/comparable.ts'
import { said, t } from '../words.ts'

type To = (route: string) => string
type Pair = readonly [Comparable, Comparable]

// In px: the labels of the axis; then for each incident its name, its strip, and its marks, level by level.
const [TOP, NAME, STRIP, LEVEL, BETWEEN] = [20, 24, 16, 22, 16]

const percent = (value: number) => `${value}%`

/** Where each mark's shape stands: it is 18 wide and its middle is at (9, 11). */
const mark = ({ x, words, route, kind }: Placed, y: number, to: To): Markup =>
  html`<svg x="${percent(x)}" y="${y}" overflow="visible">
    <a href="${to(route)}" aria-label="${said(words)}" class="group ${kind}"><title>${said(words)}</title>
    <rect class="fill-none [pointer-events:all] group-focus-visible:stroke-signal group-focus-visible:stroke-3"
    x="-12" y="-11" width="24" height="22"/>
    <use href="#mk-${kind}" x="-9" y="-11"/></a></svg>`

const stop = ({ x, words }: Placed, y: number): Markup =>
  html`<rect class="fill-ink-soft" x="${percent(x)}" y="${y - 3}" width="2" height="${STRIP + 6}">
    <title>${said(words)}</title></rect>`

const bands = ({ names, x, width, words }: Side['pieces'][number], y: number): Markup[] =>
  names.map(
    (name, band) =>
      html`<rect class="${name}" x="${percent(x)}" y="${y + (STRIP / names.length) * band}"
        width="${percent(width)}" height="${STRIP / names.length}"><title>${said(words)}</title></rect>`,
  )

/** What lies beyond the axis, in words at its end. */
const outside = ({ earlier, later }: Side): string =>
  [earlier > 0 ? t('{n} earlier', { n: earlier }) : '', later > 0 ? t('{n} later', { n: later }) : '']
    .filter(Boolean)
    .join(', ')

// With a line around its letters in the colour of the ground, so that they are read above whatever crosses them.
const NAME_TEXT = 'fill-ink stroke-page font-ui text-note font-bold [paint-order:stroke]'

/** Whose strip it is and what is not drawn of it, above whatever crosses it; the group says the same. */
const nameOf = ({ shortTitle }: Comparable, one: Side, top: number): Markup =>
  html`<text class="${NAME_TEXT}" stroke-width="4" y="${top + 16}" aria-hidden="true">${shortTitle}
    <tspan class="text-label" dx="12">${outside(one)}</tspan></text>`

const heightOf = ({ events }: Side) =>
  NAME + STRIP + LEVEL * (1 + Math.max(0, ...events.map(({ level }) => level))) + BETWEEN

/** One incident: its name with what is not drawn of it, its phases, and its events beneath. */
function side({ shortTitle }: Comparable, one: Side, top: number, to: To): Markup {
  const [strip, marks] = [top + NAME, top + NAME + STRIP + LEVEL / 2 + 3]
  const arrow = html`<svg x="100%" y="${strip}" overflow="visible">
    <path class="fill-none stroke-ink-soft" d="M2 2l6 6-6 6"/></svg>`
  return html`<g role="group" aria-label="${[shortTitle, outside(one)].filter(Boolean).join(', ')}">
    <line class="stroke-rule-strong" x2="100%" y1="${strip + STRIP / 2}" y2="${strip + STRIP / 2}"/>
    <g class="strip bare">${one.pieces.flatMap((piece) => bands(piece, strip))}</g>
    ${one.milestones.map((item) => stop(item, strip))}${one.goesOn ? arrow : undefined}
    ${one.events.map((item) => mark(item, marks + item.level * LEVEL, to))}</g>`
}

/** Both incidents as two strips on one axis, with their events beneath. */
function drawing(pair: Pair, { zero, span, sides, ticks, breaks }: Arrangement, to: To): Markup {
  const tops = sides.map((_, index) => TOP + sides.slice(0, index).reduce((sum, one) => sum + heightOf(one), 0))
  const height = TOP + sides.reduce((sum, one) => sum + heightOf(one), 0)
  const each = (drawn: (one: Comparable, own: Side, top: number, to: To) => Markup) =>
    pair.flatMap((one, index) => {
      const [own, top] = [sides[index], tops[index]]
      return own && top !== undefined ? [drawn(one, own, top, to)] : []
    })
  const words = `Both on one time axis from ${ZEROS[zero]}${span === 'all' ? '' : `: ${SPANS[span].words}`}`
  return html`<div class="table-scroll wide px-3 pt-1 pb-3" id="picture" role="region" tabindex="0"
    aria-label="${said(words)}">
    <svg class="pair block min-w-[44rem] overflow-visible" width="100%" height="${height}">
    ${ticks.map(
      ({
        x,
        label,
      }) => html`<line class="stroke-rule" x1="${percent(x)}" x2="${percent(x)}" y1="${TOP - 4}" y2="${height}"/>
        <text class="fill-ink-soft font-ui text-[0.6875rem]" x="${percent(x)}" y="12"
        text-anchor="${x > 92 ? 'end' : x < 8 ? 'start' : 'middle'}">
        ${said(label)}</text>`,
    )}
    ${each(side)}
    ${breaks.map(
      (x) => html`<svg x="${percent(x)}" y="${TOP}" overflow="visible">
        <path class="fill-page" d="M-4 ${height - TOP}L4 0H10L2 ${height - TOP}z"/>
        <path class="fill-none stroke-ink-soft" d="M-4 ${height - TOP}L4 0M2 ${height - TOP}L10 0"/></svg>`,
    )}
    ${each(nameOf)}</svg></div>`
}

const head = (pair: Pair, to: To): Markup =>
  html`<thead><tr><th scope="col" class="w-[24%]">${t('What')}</th>
    ${pair.map(({ shortTitle, route }) => html`<th scope="col"><a href="${to(route)}">${shortTitle}</a></th>`)}
    </tr></thead>`

const table = (caption: string, pair: Pair, to: To, rows: readonly Markup[]): Markup =>
  html`<div class="table-scroll wide" role="region" tabindex="0" aria-label="${said(caption)}">
    <table class="table-fixed sm:min-w-[36rem] [&_:is(th,td)]:max-sm:pr-2">
    <caption><span>${said(caption)}</span></caption>${head(pair, to)}<tbody>${rows}</tbody></table></div>`

const row = (label: string, cells: readonly (Markup | string)[]): Markup =>
  html`<tr><th scope="row">${said(label)}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`

const soft = (words: string): Markup => html`<span class="soft block">${said(words)}</span>`

/** One alignment: the drawing, then every milestone with its time since the common zero. */
export function alignedHtml(pair: Pair, arrangement: Arrangement, to: To): Markup {
  const { zero, rows, breaks } = arrangement
  const note =
    breaks.length === 0
      ? undefined
      : html`<p class="soft not-print:-mt-5">${t('A slanted cut: that piece is not to scale.')}</p>`
  return html`<p><a class="past" href="#milestones">${t('Skip the picture')}</a></p>
    ${drawing(pair, arrangement, to)}${note}<span id="milestones" tabindex="-1"></span>${table(
      `Milestones, from ${ZEROS[zero]}`,
      pair,
      to,
      rows.map(({ label, cells }) =>
        row(
          label,
          cells.map((cell) =>
            cell
              ? html`<a href="${to(cell.route)}"><b>${said(cell.since)}</b></a> ${soft(cell.when)}`
              : soft('not recorded'),
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
      .map((found) => said(found.state))
      .join(', ')
  return html`${table('Kind, causes and durations', pair, to, [
    row(
      'Kind',
      pair.map(({ facts }) => said(facts)),
    ),
    row(
      'Causes',
      pair.map(({ causes }) => causes.map(said).join(', ') || soft('not recorded')),
    ),
    ...names.map((name) =>
      row(
        name,
        pair.map(({ metrics }) => metrics.find((metric) => metric.name === name)?.length ?? 'not known').map(said),
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
