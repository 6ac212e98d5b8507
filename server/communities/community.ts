/**
 * The community itself: founding it, changing its facts, and the canvas that says what it is for. A canvas is written as
 * a draft; members see the purpose only after the team has adopted it.
 */
import { recordAudit } from '../platform/audit/audit.ts';
import { checkPictureOf } from '../platform/files/index.ts';
import { listGrantedCommunities, setGrant } from '../platform/auth/grants.ts';
import { actorKey, type Actor } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { createRecent } from '../platform/recent.ts';
import { changedAnswers, emptyCanvas, missingAnswers, type Canvas } from './canvas.ts';
import { communityErrors } from './errors.ts';
import { communityChanged, communityCreated } from './events.ts';
import type { CommunityKind, Stage } from './kinds.ts';
import * as store from './store.ts';

/** The unit of purpose, team, permission and data. */
export interface Community {
  id: string;
  name: string;
  kind: CommunityKind;
  stage: Stage;
  /** IANA time zone; local days are counted in it. */
  zone: string;
  /** Goes up when the zone changes. */
  zoneVersion: number;
  /** What the team stands for: the adopted canvas, empty before the first adoption. */
  purpose: Canvas;
  purposeAdoptedAt: Date | null;
  /** The canvas that is being written. */
  draft: Canvas;
  /** The name and picture under which the team itself speaks. */
  official: { name: string; pictureId: string | null };
  foundedAt: Date;
}

/** What founding a community takes. */
export interface NewCommunity {
  name: string;
  kind: CommunityKind;
  zone?: string | undefined;
  canvas?: Canvas | undefined;
  /** Who becomes owner when the program itself founds (the command line); else the one who acts. */
  founderId?: string | undefined;
}

/** Founds a community; its founder becomes owner. */
export async function foundCommunity(ctx: Ctx, input: NewCommunity): Promise<Community> {
  const userId = input.founderId ?? userOf(ctx.actor);
  if (userId === undefined) throw communityErrors.founder_missing();
  const community: Community = {
    id: newId(ctx.now()),
    name: input.name,
    kind: input.kind,
    stage: 'funnel',
    zone: readZone(input.zone ?? 'Asia/Shanghai'),
    zoneVersion: 1,
    purpose: emptyCanvas,
    purposeAdoptedAt: null,
    draft: input.canvas ?? emptyCanvas,
    official: {
      name: ctx.t('communities:official_name', { name: [...input.name].slice(0, 50).join('') }),
      pictureId: null,
    },
    foundedAt: ctx.now(),
  };
  return inTransaction(ctx, async (inner) => {
    await store.insertCommunity(inner, { ...community, foundedBy: actorKey(ctx.actor) });
    await setGrant(inner, { userId, communityId: community.id, role: 'owner' });
    await audit(inner, community.id, { action: 'create_community', detail: { after: factsOf(community) } });
    inner.emit(communityCreated, community.id, { communityId: community.id });
    return community;
  });
}

/** The community, if there is one. */
export async function findCommunity(ctx: Ctx, communityId: string): Promise<Community | undefined> {
  return isId(communityId) ? store.selectCommunity(ctx, communityId) : undefined;
}

/** The community; throws `platform.not_found`. */
export async function getCommunity(ctx: Ctx, communityId: string): Promise<Community> {
  const community = await findCommunity(ctx, communityId);
  if (!community) throw platformErrors.not_found();
  return community;
}

const recentZone = createRecent(store.selectZone);

/**
 * The zone in which the community's days are counted, for the road of every post: a change in another process is seen up to two seconds
 * later. Throws `platform.not_found`.
 */
export async function getZone(ctx: Ctx, communityId: string): Promise<string> {
  const zone = await recentZone.get(ctx, communityId);
  if (zone === undefined) throw platformErrors.not_found();
  return zone;
}

/** The communities in which the actor has a role, oldest first, with that role. */
export async function listCommunities(ctx: Ctx, query: { cursor?: string | undefined; limit: number }) {
  const after = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  if (after !== undefined && !isId(after)) throw platformErrors.bad_cursor();
  const granted = new Map(
    (await listGrantedCommunities(ctx)).map(({ communityId, roles }) => [communityId, roles[0]!]),
  );
  const rows = await store.selectCommunities(ctx, { ids: [...granted.keys()], after, limit: query.limit + 1 });
  const page = toPage(rows, query.limit, (community) => [community.id]);
  return { ...page, items: page.items.map((community) => ({ ...community, role: granted.get(community.id)! })) };
}

/** Facts of a community that its team may change. */
export interface CommunityChange {
  name?: string | undefined;
  kind?: CommunityKind | undefined;
  stage?: Stage | undefined;
  zone?: string | undefined;
  official?: { name?: string | undefined; pictureId?: string | null | undefined } | undefined;
}

/** Changes facts of a community; another zone gets the next zone version. */
export async function updateCommunity(ctx: Ctx, communityId: string, change: CommunityChange): Promise<Community> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockCommunity(inner, communityId);
    const zone = change.zone === undefined ? before.zone : readZone(change.zone);
    const zoneVersion = before.zoneVersion + (zone === before.zone ? 0 : 1);
    const given = {
      name: change.name ?? before.name,
      kind: change.kind ?? before.kind,
      stage: change.stage ?? before.stage,
    };
    const { official = {} } = change;
    const pictureId = official.pictureId === undefined ? before.official.pictureId : official.pictureId;
    if (pictureId !== before.official.pictureId) await checkPictureOf(inner, communityId, pictureId);
    const after: Community = {
      ...before,
      ...given,
      zone,
      zoneVersion,
      official: { name: official.name ?? before.official.name, pictureId },
    };
    if (JSON.stringify(factsOf(before)) === JSON.stringify(factsOf(after))) return before;
    await store.writeCommunity(inner, after);
    if (zoneVersion !== before.zoneVersion) {
      await store.insertZone(inner, after, ctx.now());
      recentZone.drop(inner, communityId);
    }
    await audit(inner, communityId, {
      action: 'update_community',
      detail: { before: factsOf(before), after: factsOf(after) },
    });
    inner.emit(communityChanged, communityId, { communityId, zoneVersion });
    return after;
  });
}

/** Keeps the canvas as a draft; with `adopt` it becomes the purpose, for which no required answer may be missing. */
export async function saveCanvas(
  ctx: Ctx,
  communityId: string,
  input: { canvas: Canvas; adopt: boolean },
): Promise<Community> {
  const { canvas, adopt } = input;
  const missing = missingAnswers(canvas);
  if (adopt && missing.length > 0) {
    const answers = missing.map((answer) => ctx.t(`communities:canvas.${answer}`));
    throw communityErrors.canvas_incomplete({ missing, answers: answers.join(ctx.t('communities:list_separator')) });
  }
  return inTransaction(ctx, async (inner) => {
    const before = await lockCommunity(inner, communityId);
    const adopted = adopt ? { purpose: canvas, purposeAdoptedAt: ctx.now() } : {};
    const after: Community = { ...before, draft: canvas, ...adopted };
    const changed = changedAnswers(adopt ? before.purpose : before.draft, canvas);
    const firstAdoption = adopt && before.purposeAdoptedAt === null;
    if (changed.length === 0 && !firstAdoption) {
      // Nothing new to stand for; a draft that went back to the adopted text is still kept.
      if (adopt) await store.writeCommunity(inner, { ...before, draft: canvas });
      return { ...before, draft: canvas };
    }
    await store.writeCommunity(inner, after);
    await audit(inner, communityId, { action: adopt ? 'adopt_canvas' : 'save_canvas', detail: { changed } });
    if (adopt) inner.emit(communityChanged, communityId, { communityId, zoneVersion: after.zoneVersion });
    return after;
  });
}

/** One line on what a community is for, for people who don't know it yet; empty before a purpose is adopted. */
export function purposeLine(community: Community): string {
  const { whyJoin, vision } = community.purpose;
  return (whyJoin.text || vision).split('\n')[0] ?? '';
}

async function lockCommunity(ctx: Ctx, communityId: string): Promise<Community> {
  const community = isId(communityId) ? await store.selectCommunity(ctx, communityId, true) : undefined;
  if (!community) throw platformErrors.not_found();
  return community;
}

function userOf(actor: Actor): string | undefined {
  return actor.kind === 'operator' || actor.kind === 'token' ? actor.userId : undefined;
}

/** The zone as the machine spells it. Offsets such as +08:00 are refused: they know no summer time. */
function readZone(zone: string): string {
  try {
    if (/^[A-Za-z]/.test(zone)) return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    // Falls through to the same refusal.
  }
  throw communityErrors.unknown_zone({ zone: zone.slice(0, 40) });
}

function factsOf({ name, kind, stage, zone, zoneVersion, official }: Community) {
  return { name, kind, stage, zone, zoneVersion, official };
}

async function audit(
  ctx: Ctx,
  communityId: string,
  entry: { action: string; detail: Record<string, unknown> },
): Promise<void> {
  const target = { kind: 'community', id: communityId };
  await recordAudit(ctx, { communityId, action: `communities.${entry.action}`, target, detail: entry.detail });
}

/** The names of communities by id, for the list of one's own. */
export async function findCommunityNames(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.selectCommunities(ctx, { ids, after: undefined, limit: ids.length });
  return new Map(rows.map((community) => [community.id, community.name]));
}
