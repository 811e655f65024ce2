import { readSettings } from '#content/settings.ts'

/** The settings of this run. The build script has put its flags into the environment. */
export const settings = readSettings({}, process.env, process.cwd(), Date.now())
