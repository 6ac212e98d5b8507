/**
 * Playing playbooks: preview what a file would do, apply it, and write a running community's framework into a file. The
 * sections come from the slot; what no module can play yet is kept with the applied file and given on unchanged.
 */
import { recordAudit } from '../../platform/audit/audit.ts';
import { actorKey } from '../../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { getCommunity, type Community } from '../community.ts';
import { communityErrors } from '../errors.ts';
import { playbookSections, type PlannedChange } from '../slots.ts';
import * as store from '../store.ts';
import {
  fillSection,
  formatPlaybook,
  parsePlaybook,
  playbookVersion,
  sectionNames,
  type Playbook,
  type PlaybookProblem,
  type SectionName,
} from './file.ts';
import { readParameters, unfillParameter, type ParameterValues } from './parameters.ts';

/** A file and the values for its parameters. */
export interface PlaybookInput {
  file: string;
  parameters: ParameterValues;
}

/** What one section of a file would do. */
export interface SectionPlan {
  name: SectionName;
  /** False: kept with the community, but no module can play it yet. */
  playable: boolean;
  changes: PlannedChange[];
}

/** Reads a file; throws `communities.playbook_invalid` with every problem and its line. */
export function readPlaybook(ctx: Ctx, file: string): Playbook {
  const parsed = parsePlaybook(file, ctx.slots(playbookSections));
  if (!parsed.ok) throw invalid(ctx, parsed.problems);
  return parsed.playbook;
}

/** What applying the file would make and change; writes nothing. */
export async function previewPlaybook(ctx: Ctx, communityId: string, input: PlaybookInput) {
  const community = await getCommunity(ctx, communityId);
  const { playbook, values } = prepare(ctx, community, input);
  const sections: SectionPlan[] = [];
  for (const name of sectionNames) {
    if (playbook.sections[name] === undefined) continue;
    const section = ctx.slots(playbookSections).find((one) => one.name === name);
    const changes = section ? await section.plan(ctx, communityId, read(ctx, playbook, { section, values })) : [];
    sections.push({ name, playable: section !== undefined, changes });
  }
  return { playbook, parameters: values, sections };
}

/** Applies the file: every playable section in module order, all or nothing. Says what was done, as the preview did. */
export async function applyPlaybook(ctx: Ctx, communityId: string, input: PlaybookInput) {
  return inTransaction(ctx, async (inner) => {
    const preview = await previewPlaybook(inner, communityId, input);
    const { playbook, parameters } = preview;
    if (preview.sections.length === 0) throw communityErrors.playbook_empty();
    for (const section of inner.slots(playbookSections)) {
      if (playbook.sections[section.name as SectionName] === undefined) continue;
      await section.apply(inner, communityId, read(inner, playbook, { section, values: parameters }));
    }
    await store.insertPlaybook(inner, {
      id: newId(ctx.now()),
      communityId,
      playbook: playbook.head.id,
      file: input.file,
      parameters,
      appliedAt: ctx.now(),
      appliedBy: actorKey(ctx.actor),
    });
    await recordAudit(inner, {
      communityId,
      action: 'communities.apply_playbook',
      target: { kind: 'community', id: communityId },
      detail: {
        playbook: playbook.head.id,
        sections: preview.sections.map(({ name, playable }) => ({ name, playable })),
      },
    });
    return preview;
  });
}

/**
 * The running community's framework as a file. The community's name becomes the parameter `name`, so that the file can
 * be played elsewhere; sections that nobody plays yet come from the playbook that brought them last.
 */
export async function exportPlaybook(ctx: Ctx, communityId: string): Promise<string> {
  const community = await getCommunity(ctx, communityId);
  const kept = await readKeptSections(ctx, communityId);
  const sections: Playbook['sections'] = { ...kept.sections };
  for (const section of ctx.slots(playbookSections)) {
    const value = await section.export(ctx, communityId);
    const name = section.name as SectionName;
    if (value === undefined) delete sections[name];
    else sections[name] = unfillParameter(value, community.name, 'name');
  }
  return formatPlaybook({
    head: {
      'miaohui-playbook': playbookVersion,
      id: community.kind,
      title: community.name,
      description: '',
      kind: community.kind,
      language: ctx.locale,
      parameters: kept.parameters,
    },
    sections,
  });
}

/** Sections without a player from the latest file that had them, with the values that were chosen as defaults. */
async function readKeptSections(ctx: Ctx, communityId: string) {
  const playable = new Set(ctx.slots(playbookSections).map((section) => section.name));
  const sections: Playbook['sections'] = {};
  const parameters: Playbook['head']['parameters'] = {};
  for (const applied of await store.selectPlaybooks(ctx, communityId)) {
    // Shapes may have changed since; what is kept is not looked into.
    const parsed = parsePlaybook(applied.file, []);
    if (!parsed.ok) continue;
    const { head } = parsed.playbook;
    for (const name of sectionNames) {
      const value = parsed.playbook.sections[name];
      if (value !== undefined && !playable.has(name)) sections[name] = value;
    }
    for (const [name, parameter] of Object.entries(head.parameters)) {
      parameters[name] = { ...parameter, default: applied.parameters[name] ?? parameter.default };
    }
  }
  return { sections, parameters };
}

function prepare(ctx: Ctx, community: Community, input: PlaybookInput) {
  const playbook = readPlaybook(ctx, input.file);
  const given = { name: community.name, ...input.parameters };
  const chosen = readParameters(playbook.head.parameters, given);
  if (chosen.ok) return { playbook, values: chosen.values };
  const problems = chosen.problems.map(({ name, problem }) =>
    ctx.t(`communities:playbook.parameter_problems.${problem}`, { name }),
  );
  throw communityErrors.playbook_invalid({ problem: problems[0]!, problems });
}

interface FilledSection {
  section: { readonly name: string; readonly schema: Playbook['sections'][SectionName] };
  values: ParameterValues;
}

/** The filled and checked value of a section; given parameters may break what the defaults did not. */
function read(ctx: Ctx, playbook: Playbook, { section, values }: FilledSection): never {
  const result = fillSection(playbook, section as Parameters<typeof fillSection>[1], values);
  if (result.success) return result.data as never;
  throw invalid(
    ctx,
    result.error.issues.map(({ code, path, message, ...rest }) => ({
      line: 0,
      path: [section.name, ...path].join('.'),
      problem: code,
      values: { ...rest, message },
    })),
  );
}

function invalid(ctx: Ctx, problems: readonly PlaybookProblem[]) {
  const texts = problems.slice(0, 50).map((problem) => describeProblem(ctx, problem));
  return communityErrors.playbook_invalid({ problem: texts[0]!, problems: texts });
}

function describeProblem(ctx: Ctx, { line, path, problem, values }: PlaybookProblem): string {
  const { i18n } = ctx.services;
  const own = i18n.errorText(ctx.locale, `communities.playbook_${problem}`, values);
  const text = own ?? i18n.errorText(ctx.locale, `platform.field_${problem}`, values) ?? problem;
  const key = line > 0 ? 'communities:playbook.at_line' : 'communities:playbook.at_path';
  return ctx.t(key, { line, path, text });
}
