// Loaded only where a search led here.
if (new URLSearchParams(location.search).has('found')) void import('./search/mark-found.ts')
