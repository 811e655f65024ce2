import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { MeasureLine } from '#search/catalog.ts'
import { metricSets } from '#views/metric-sets.ts'

/**
 * What is known of the incidents of each kind, measure by measure, as search answers it; a measure that fewer than
 * three have is left out.
 */
export const searchMeasures = (knowledge: Knowledge): MeasureLine[] =>
  metricSets(knowledge.all('incidents')).flatMap(({ kind, count, metrics }) =>
    metrics.flatMap(({ id, name, n, median }) =>
      n < 3 || median === undefined
        ? []
        : [
            {
              measure: id,
              text: `${name}, ${kind.toLowerCase()}: median ${median}, ${n} of ${count} known`,
              route: routes.kind('incidents'),
            },
          ],
    ),
  )
