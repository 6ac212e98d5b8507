/** Everything that is known of a person, as one JSON for themselves; other modules add their part through the slot. */
import { getCommunity } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { privacyShape, readCard } from './card.ts';
import { getIdentity } from './identity.ts';
import { personExport } from './slots.ts';
import { selectDays } from './store/day.ts';
import { selectDevicesOf } from './store/device.ts';
import { selectEmailProven } from './store/email.ts';
import { selectAcknowledgements, selectApplicationsOf } from './store/entrance.ts';
import { selectIdentitiesOfPerson } from './store/identity.ts';
import { selectMerges } from './store/merge.ts';
import { selectMembershipsOf } from './store/membership.ts';
import { selectPerson } from './store/person.ts';

/** Gathers the export of the person behind an identity. */
export async function exportPerson(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
): Promise<Record<string, unknown>> {
  const { communityId } = who;
  const { personId } = await getIdentity(ctx, communityId, who.identityId);
  const person = personId === null ? undefined : await selectPerson(ctx, communityId, personId);
  if (!person) throw platformErrors.not_found();
  const identities = await selectIdentitiesOfPerson(ctx, communityId, person.id);
  const identityIds = identities.map((identity) => identity.id);
  const community = await getCommunity(ctx, communityId);
  const parts: Record<string, unknown> = {};
  for (const part of ctx.slots(personExport)) parts[part.name] = await part.export(ctx, { communityId, identityIds });
  return {
    exportedAt: ctx.now().toISOString(),
    community: { id: communityId, name: community.name },
    card: readCard(person.card),
    privacy: privacyShape.parse(person.privacy),
    identities,
    memberships: await selectMembershipsOf(ctx, communityId, identityIds),
    // Who decided on an application is the team's own data.
    applications: (await selectApplicationsOf(ctx, communityId, identityIds)).map(
      ({ decidedBy: _by, ...rest }) => rest,
    ),
    acknowledgements: await selectAcknowledgements(ctx, communityId, identityIds),
    devices: (await selectDevicesOf(ctx, communityId, identityIds)).map(({ label, boundAt, boundHow }) => ({
      label,
      boundAt,
      boundHow,
    })),
    merges: (await selectMerges(ctx, communityId, person.id)).map(({ mergedAt, undoneAt, goneBefore }) => ({
      mergedAt,
      undoneAt,
      before: goneBefore,
    })),
    // Only when: the address itself is not kept.
    emailProofs: await selectEmailProven(ctx, communityId, identityIds),
    activity: await selectDays(ctx, communityId, identityIds),
    ...parts,
  };
}
