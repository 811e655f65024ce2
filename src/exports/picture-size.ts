/**
 * Width and height of the picture of a record in pixels: what social networks show whole. Apart, so that who draws
 * loads nothing else.
 */
export const PICTURE = { width: 1200, height: 630 } as const
