/**
 * Everything about one person in one zip: a page to read, a JSON for each module, their pictures. It is written while it is downloaded and
 * never kept, so nothing of it can be left lying about. For the person themselves, or by a link that the team makes when they ask for it.
 */
import { Readable } from 'node:stream';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { recordAudit } from '../platform/audit/audit.ts';
import { actAs, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { listPictureIdsOf, openPicture } from '../platform/files/index.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { writePage } from './archive-page.ts';
import { peopleErrors } from './errors.ts';
import { exportPerson } from './export.ts';
import { insertArchiveLink, selectArchiveLink } from './store/archive.ts';
import { selectIdentitiesOfPerson } from './store/identity.ts';

/** How long a link of the team is good. */
const linkDays = 7;
const picturesAtOnce = 100;

/** Answers with the archive of the person behind an identity. */
export async function downloadArchive(ctx: Ctx, who: { communityId: string; identityId: string }): Promise<Response> {
  // The stream outlives the request's check, so it reads as what it is: the program writing down what was allowed.
  const reader = actAs(ctx, { kind: 'system', name: 'people.archive' });
  const data = await exportPerson(reader, who);
  const identityIds = (data.identities as { id: string }[]).map(({ id }) => id);
  const bytes = writeArchive(reader, { communityId: who.communityId, identityIds, data });
  return new Response(
    Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>,
    {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="my-records-${ctx.now().toISOString().slice(0, 10)}.zip"`,
        'cache-control': 'no-store',
      },
    },
  );
}

interface Contents {
  communityId: string;
  identityIds: readonly string[];
  data: Record<string, unknown>;
}

async function* writeArchive(ctx: Ctx, { communityId, identityIds, data }: Contents): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const add = (name: string, text: string) => {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    part.push(strToU8(text), true);
  };
  add(`${ctx.t('people:archive.page')}.html`, writePage(ctx, data));
  for (const [name, part] of Object.entries(data)) {
    add(`data/${name}.json`, JSON.stringify(part, null, 2));
    yield* ready.splice(0);
  }
  for await (const { id, content } of listPictures(ctx, communityId, identityIds)) {
    // A picture is packed already.
    const part = new ZipPassThrough(`pictures/${id}.webp`);
    zip.add(part);
    for await (const piece of content as unknown as AsyncIterable<Uint8Array>) {
      part.push(piece);
      yield* ready.splice(0);
    }
    part.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready.splice(0);
}

async function* listPictures(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): AsyncGenerator<{ id: string; content: ReadableStream<Uint8Array> }> {
  for (const identityId of identityIds) {
    const uploader = { kind: 'identity', id: identityId } as const;
    for (let after: string | null = null; ;) {
      const ids: string[] = await listPictureIdsOf(ctx, { communityId, uploader, after, limit: picturesAtOnce });
      for (const id of ids) {
        const found = await openPicture(ctx, id, 'full');
        if (found) yield { id, content: found.stream };
      }
      if (ids.length < picturesAtOnce) break;
      after = ids.at(-1)!;
    }
  }
}

/** A link by which a person takes everything along, made when they ask the team for it. Call inside a transaction. */
export async function createArchiveLink(
  ctx: Ctx,
  which: { communityId: string; personId: string },
): Promise<{ url: string; expiresAt: Date }> {
  const { communityId, personId } = which;
  if ((await selectIdentitiesOfPerson(ctx, communityId, personId)).length === 0) throw platformErrors.not_found();
  const code = newSecret(18);
  const expiresAt = new Date(ctx.now().getTime() + linkDays * 86_400_000);
  await insertArchiveLink(ctx, { ...which, id: newId(ctx.now()), codeHash: hashSecret(code), expiresAt });
  await recordAudit(ctx, {
    communityId,
    action: 'people.create_archive_link',
    target: { kind: 'person', id: personId },
  });
  return { url: `${ctx.publicUrl}/api/archives/${code}`, expiresAt };
}

/** Answers with the archive of a link; whoever holds it may, until it expires. */
export async function downloadByLink(ctx: Ctx, code: string): Promise<Response> {
  const link = await selectArchiveLink(ctx, hashSecret(code));
  if (!link) throw peopleErrors.link_unknown();
  if (link.expiresAt <= ctx.now()) throw peopleErrors.link_expired();
  const [first] = await selectIdentitiesOfPerson(ctx, link.communityId, link.personId);
  if (!first) throw peopleErrors.link_unknown();
  return downloadArchive(ctx, { communityId: link.communityId, identityId: first.id });
}
