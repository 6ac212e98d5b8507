import { readFile } from 'node:fs/promises';
import { communityKinds, lifespanOf, type CommunityKind } from '../kinds.ts';

/** The kinds that come with a full playbook; the file is `playbooks/<kind>.yaml`. */
export const fullPlaybooks = ['study-checkin', 'flash-sale'] as const satisfies readonly CommunityKind[];

/** Whether a kind has a full playbook today. */
export function isFullPlaybook(kind: string): kind is (typeof fullPlaybooks)[number] {
  return (fullPlaybooks as readonly string[]).includes(kind);
}

/** All kinds, the ones with a full playbook first. */
export function listKinds() {
  const kinds = communityKinds.map((kind) => ({ id: kind, lifespan: lifespanOf[kind], full: isFullPlaybook(kind) }));
  return [...kinds.filter(({ full }) => full), ...kinds.filter(({ full }) => !full)];
}

/** The text of a built-in playbook file. */
export function readBuiltIn(kind: (typeof fullPlaybooks)[number]): Promise<string> {
  return readFile(new URL(`../playbooks/${kind}.yaml`, import.meta.url), 'utf8');
}
