import type { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { defineSlot } from '../platform/slots.ts';
import type { Check } from './completeness.ts';

/** What applying a section would do to one thing; `text` is a sentence in the reader's language. */
export interface PlannedChange {
  action: 'create' | 'change' | 'keep';
  text: string;
}

/** One section of a playbook file, contributed by the module that can play it. */
export interface PlaybookSection<Value> {
  /** The key in the file; one of `sectionNames`. */
  readonly name: string;
  /** Strict, so that a misspelt key is refused with its line. */
  readonly schema: z.ZodType<Value>;
  /** Placeholders that the module fills itself when it plays; they need no parameter. */
  readonly variables?: readonly string[];
  /** The running community's framework, undefined when there is nothing to tell. No personal data, no ids. */
  readonly export: (ctx: Ctx, communityId: string) => Promise<Value | undefined>;
  /** What `apply` would do; writes nothing. */
  readonly plan: (ctx: Ctx, communityId: string, value: Value) => Promise<PlannedChange[]>;
  /** Does it, inside the caller's transaction; adds and proposes, never deletes or overwrites a team's own words. */
  readonly apply: (ctx: Ctx, communityId: string, value: Value) => Promise<void>;
}

/**
 * Sections of the playbook file, played in module order. Single, inside the caller's transaction; a section that throws
 * takes the whole import back. Parameters are already filled in when a section sees its value.
 */
export const playbookSections = defineSlot<PlaybookSection<never>>('communities.playbookSections');

/** Types a section for the slot, whose list holds sections of all types. */
export function playbookSection<Value>(section: PlaybookSection<Value>): PlaybookSection<never> {
  return section as unknown as PlaybookSection<never>;
}

/** One kind of row in the full export of a community. */
export interface ExportPart {
  /** `module.noun`; the `part` of each line. */
  readonly name: string;
  /** All rows in a stable order, read page by page so that an export of any size needs little memory. */
  readonly rows: (ctx: Ctx, communityId: string) => AsyncIterable<Readonly<Record<string, unknown>>>;
}

/** Parts of the full export, in module order, outside any transaction; a part that throws ends the file without its last line. */
export const communityExport = defineSlot<ExportPart>('communities.communityExport');

/** Further checks for the completeness score, e.g. whether there is a group; read-only, asked one after another. */
export const completenessChecks = defineSlot<(ctx: Ctx, communityId: string) => Promise<Check[]>>(
  'communities.completenessChecks',
);
