/** The own picture: put on by its owner only, seen by members only. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { getPicture } from '../platform/files/index.ts';
import { mayReadFace } from './picture.ts';
import { comeIn, openApp, openPlace, type Phone, type Place } from './testing.ts';

const app = await openApp();
const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#b83227' } })
  .png()
  .toBuffer();

const upload = (place: Place, phone: Phone, bytes: Uint8Array) =>
  app.request('POST', `/api/member/communities/${place.communityId}/me/picture`, { as: phone.actor, bytes });
const wear = (place: Place, phone: Phone, pictureId: string | null) =>
  app.request('PATCH', `/api/member/communities/${place.communityId}/me`, { as: phone.actor, body: { pictureId } });
const maySee = async (phone: Phone, id: string) =>
  mayReadFace(app.context({ actor: phone.actor }), (await getPicture(app.ctx, id))!);

test('a member wears an own picture, never another one', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '阮阮');
  const mate = await comeIn(app, place, '老谭');
  const { status, body } = await upload(place, phone, picture);
  assert.equal(status, 201);
  assert.equal((await wear(place, mate, body.id)).status, 404);
  assert.equal((await wear(place, phone, place.groupId)).status, 404);
  assert.equal(await maySee(mate, body.id), false);
  assert.equal((await wear(place, phone, body.id)).body.identity.pictureId, body.id);
  assert.equal(await maySee(mate, body.id), true);
  assert.equal(await maySee(await comeIn(app, await openPlace(app), '外人'), body.id), false);
  assert.equal((await wear(place, phone, null)).body.identity.pictureId, null);
});

test('a text that claims to be a picture is refused and changes nothing', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '阮阮');
  const answer = await upload(place, phone, new TextEncoder().encode('not a picture at all'));
  assert.equal(answer.status, 415);
  assert.equal(answer.body.code, 'platform.picture_unreadable');
});

test('an erased person leaves no picture behind', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '要走');
  const { id } = (await upload(place, phone, picture)).body as { id: string };
  await wear(place, phone, id);
  const path = `/api/member/communities/${place.communityId}/me/erase`;
  assert.equal((await app.request('POST', path, { as: phone.actor, body: { confirm: 'erase me' } })).status, 202);
  await app.settle();
  assert.equal(await getPicture(app.ctx, id), undefined);
});
