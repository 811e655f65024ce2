/**
 * A JSON file as text, on the site and from the command line alike; one space of indent keeps diffs readable at little
 * cost after compression.
 */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
