import { useFound } from '../../data/communities.ts';
import type { Community } from '../../data/communities.ts';
import { useChange } from '../../data/change.ts';
import { groupsOf, openGroup, renameGroup } from '../../data/groups.ts';
import type { Group } from '../../data/groups.ts';
import { makeLink } from '../../data/links.ts';
import type { JoinLink } from '../../data/links.ts';
import type { PlaybookDetail } from '../../data/playbooks.ts';
import { canvasOf, keepCanvas } from '../../data/purpose.ts';
import { givenParameters } from '../../pieces/PlaybookParameters.tsx';
import { useText } from '../../text.ts';
import { firstGroupName } from './draft.ts';
import type { Draft } from './draft.ts';

/** What stands after founding. */
export interface Founded {
  community: Community;
  group: Group;
  link: JoinLink;
  /** Whether the door says what the community is for already. */
  adopted: boolean;
}

/**
 * Founds the community, opens its first group and makes the entrance. A step that fails can be repeated: what already
 * stands is found again instead of being made twice.
 */
export function useFoundEverything(playbook: PlaybookDetail | undefined) {
  const t = useText();
  const found = useFound();
  const made: { community?: Community; group?: Group } = foundSoFar;
  return useChange(
    async (draft: Draft): Promise<Founded> => {
      made.community ??= await found.mutateAsync({
        name: draft.name.trim(),
        kind: draft.kind,
        canvas: draft.canvas,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(playbook && draft.usePlaybook
          ? { playbook: { id: playbook.id, parameters: givenParameters(playbook.parameters, draft.parameters) } }
          : {}),
      });
      const { id } = made.community;
      made.group ??= await firstGroup(id, draft, firstGroupName(draft, t('found.groupSuffix')));
      const link = await makeLink(id, made.group.id, { channel: t('found.channel') });
      const founded = { community: made.community, group: made.group, link, adopted: await adoptComplete(id) };
      delete made.community;
      delete made.group;
      return founded;
    },
    [['me'], ['communities']],
  );
}

/** A purpose that is whole already is set at once; one that is not waits as a draft, and the entrance page leads to it. */
async function adoptComplete(communityId: string): Promise<boolean> {
  try {
    const { draft, missing } = await canvasOf(communityId);
    if (missing.length > 0) return false;
    await keepCanvas(communityId, { canvas: draft, adopt: true });
    return true;
  } catch {
    // The community stands; the purpose can be set on its own page.
    return false;
  }
}

/** A playbook may have opened groups: then the first fitting one takes the wished name, and none is opened beside it. */
async function firstGroup(communityId: string, draft: Draft, fallbackName: string): Promise<Group> {
  const { name, carrier, capacity, approval } = draft.group;
  const there = (await groupsOf(communityId)).filter((group) => group.carrier === carrier);
  const fitting = there.find(({ tier }) => tier === 'ordinary') ?? there[0];
  if (!fitting) {
    return openGroup(communityId, { name: name.trim() || fallbackName, carrier, tier: 'ordinary', capacity, approval });
  }
  return name.trim() === '' && !approval
    ? fitting
    : renameGroup(fitting, { name: name.trim() || fitting.name, capacity, approval });
}

const foundSoFar: { community?: Community; group?: Group } = {};
