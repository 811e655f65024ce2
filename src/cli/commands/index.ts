import type { Command } from '../command.ts'
import { archiveCommand } from './archive.ts'
import { auditCommand } from './audit.ts'
import { checkCommand } from './check.ts'
import { citeCommand } from './cite.ts'
import { citedCommand } from './cited.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { mcpCommand } from './mcp.ts'
import { migrateCommand } from './migrate.ts'
import { newSiteCommand } from './new-site.ts'
import { newCommand } from './new.ts'
import { promptsCommand } from './prompts.ts'
import { refsCommand } from './refs.ts'
import { releaseCommand } from './release.ts'
import { retractCommand } from './retract.ts'
import { reviseCommand } from './revise.ts'
import { buildCommand, devCommand, previewCommand, startCommand } from './run-astro.ts'
import { schemasCommand } from './schemas.ts'
import { showCommand } from './show.ts'
import { stringsCommand } from './strings.ts'
import { suggestCommand } from './suggest.ts'
import { updateCommand } from './update.ts'

/** Every command there is, in the order help lists them. */
export const commands: readonly Command[] = [
  checkCommand,
  showCommand,
  newCommand,
  importCommand,
  updateCommand,
  reviseCommand,
  retractCommand,
  citeCommand,
  refsCommand,
  suggestCommand,
  promptsCommand,
  citedCommand,
  archiveCommand,
  mcpCommand,
  exportCommand,
  releaseCommand,
  auditCommand,
  schemasCommand,
  stringsCommand,
  migrateCommand,
  newSiteCommand,
  buildCommand,
  devCommand,
  previewCommand,
  startCommand,
]
