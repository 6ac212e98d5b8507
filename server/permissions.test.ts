/**
 * The one table of who may call what. The walk asks the running app for its routes, so a route that is missing here fails,
 * and calls each of them as everybody. Strangers must not even learn that a community exists.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Actor } from './platform/auth/actor.ts';
import { teamRoles } from './platform/auth/permissions.ts';
import { AppError } from './platform/errors.ts';
import type { Route } from './platform/http/route.ts';
import { testApp } from './platform/testing.ts';

const inBrowser = ['outsider', 'viewer', 'moderator', 'operator', 'admin', 'owner', 'installer'] as const;

/** Who is meant by the words of the table. `outsider` owns another community; `token` belongs to this one's owner. */
const audiences = {
  anyone: ['anonymous', 'stranger', 'member', 'token', ...inBrowser],
  'any member': ['stranger', 'member'],
  member: ['member'],
  'any operator': ['token', ...inBrowser],
  'any operator in a browser': inBrowser,
  team: ['viewer', 'moderator', 'operator', 'admin', 'owner', 'token'],
  doers: ['moderator', 'operator', 'admin', 'owner', 'token'],
  operators: ['operator', 'admin', 'owner', 'token'],
  admins: ['admin', 'owner', 'token'],
  'admins in a browser': ['admin', 'owner'],
  installers: ['installer'],
  /** Nobody in this walk: the file does not exist. files.test.ts shows who may read one. */
  'reader of the file': [],
} as const satisfies Record<string, readonly Visitor[]>;

type Visitor = (typeof visitors)[number];
const visitors = ['anonymous', 'stranger', 'member', 'token', ...inBrowser] as const;

const table: Record<string, keyof typeof audiences> = {
  'auth.sign_in': 'anyone',
  'auth.verify_totp': 'anyone',
  'auth.verify_backup_code': 'anyone',
  'auth.sign_out': 'anyone',
  'auth.get_setup': 'anyone',
  'auth.set_up': 'anyone',
  'auth.get_password_mail': 'anyone',
  'auth.request_password_mail': 'anyone',
  'auth.get_password_link': 'anyone',
  'auth.use_password_link': 'anyone',
  'auth.get_me': 'any operator',
  'auth.rename_me': 'any operator in a browser',
  'auth.change_password': 'any operator in a browser',
  'auth.list_sessions': 'any operator in a browser',
  'auth.revoke_session': 'any operator in a browser',
  'auth.revoke_other_sessions': 'any operator in a browser',
  'auth.start_two_factor': 'any operator in a browser',
  'auth.confirm_two_factor': 'any operator in a browser',
  'auth.stop_two_factor': 'any operator in a browser',
  'auth.renew_backup_codes': 'any operator in a browser',
  'alerts.get_wish': 'any operator in a browser',
  'alerts.set_wish': 'any operator in a browser',
  'auth.list_tokens': 'admins in a browser',
  'auth.list_scopes': 'admins in a browser',
  'auth.create_token': 'admins in a browser',
  'auth.revoke_token': 'admins in a browser',
  'audit.list_lines': 'admins',
  'audit.list_installation_lines': 'installers',

  'files.upload_picture': 'doers',
  'files.get_file': 'reader of the file',

  'communities.list_communities': 'any operator',
  'communities.create_community': 'installers',
  'communities.get_community': 'team',
  'communities.update_community': 'admins',
  'communities.get_canvas': 'team',
  'communities.save_canvas': 'admins',
  'communities.export_community': 'admins',
  'communities.list_assumptions': 'team',
  'communities.add_assumption': 'admins',
  'communities.change_assumption': 'admins',
  'communities.remove_assumption': 'admins',
  'communities.list_playbooks': 'any operator',
  'communities.get_playbook': 'any operator',
  'communities.diff_playbooks': 'any operator',
  'communities.export_playbook': 'team',
  'communities.preview_playbook': 'admins',
  'communities.apply_playbook': 'admins',

  'sample.get_sample': 'installers',
  'sample.load_sample': 'installers',
  'sample.remove_sample': 'installers',

  'groups.list_groups': 'team',
  'groups.create_group': 'operators',
  'groups.get_group': 'team',
  'groups.update_group': 'operators',
  'groups.move_lifecycle': 'operators',
  'groups.list_days': 'team',
  'groups.list_links': 'team',
  'groups.create_link': 'operators',
  'groups.change_link': 'operators',
  'groups.revoke_link': 'operators',
  'groups.draw_qr_png': 'team',
  'groups.draw_qr_svg': 'team',

  'ledger.list_accounts': 'admins',
  'ledger.read_statement': 'admins',
  'ledger.post_correction': 'admins',
  'ledger.reverse_entry': 'admins',
  'ledger.list_reconciliations': 'admins',
  'ledger.reconcile_books': 'admins',

  'team.list_team': 'team',
  'team.change_member': 'admins',
  'team.remove_member': 'admins',
  'team.leave_team': 'team',
  'team.list_invitations': 'admins',
  'team.create_invitation': 'admins',
  'team.withdraw_invitation': 'admins',
  'team.get_invitation': 'anyone',
  'team.accept_invitation': 'anyone',
  'team.list_tasks': 'team',
  'team.count_tasks': 'team',
  'team.add_todo': 'doers',
  'team.get_task': 'team',
  'team.complete_task': 'doers',
  'team.skip_task': 'doers',
  'team.assign_task': 'doers',

  'people.look_at_door': 'anyone',
  'people.join_group': 'anyone',
  'people.send_email_code': 'anyone',
  'people.use_move_link': 'anyone',
  'people.get_receipt': 'anyone',
  'people.get_me': 'any member',
  'people.get_my_face': 'member',
  'people.change_my_face': 'member',
  'people.upload_my_picture': 'member',
  'people.acknowledge_notice': 'member',
  'people.create_move_link': 'member',
  'people.list_my_devices': 'member',
  'people.sign_out_device': 'member',
  'people.export_me': 'member',
  'people.erase_me': 'member',
  'people.get_group_home': 'member',
  'people.list_group_mates': 'member',
  'people.get_group_mate': 'member',
  'people.invite_to_group': 'member',
  'people.leave_group': 'member',
  'people.list_people': 'team',
  'people.count_people': 'team',
  'people.list_sources': 'team',
  'people.read_timeline': 'team',
  'people.get_person': 'team',
  'people.create_restore_link': 'operators',
  'people.list_members': 'team',
  'people.list_applications': 'team',
  'people.accept_application': 'doers',
  'people.decline_application': 'doers',
  'people.list_bans': 'doers',
  'people.lift_ban': 'doers',
  'people.get_privacy_notice': 'team',
  'people.set_privacy_notice': 'operators',
  'people.get_people_settings': 'team',
  'people.set_people_settings': 'operators',

  'carriers.list_abilities': 'team',
  'carriers.act_on_group': 'doers',
  'carriers.post_message': 'member',
  'carriers.upload_picture': 'member',
  'carriers.list_notes': 'member',
  'carriers.see_notes': 'member',

  'messages.read_talk': 'member',
  'messages.recall_own': 'member',
  'messages.add_reaction': 'member',
  'messages.remove_reaction': 'member',
  'messages.pin_as_steward': 'member',
  'messages.unpin_as_steward': 'member',
  'messages.mark_read': 'member',
  'messages.count_unread': 'member',
  'messages.list_pins': 'member',
  'messages.list_announcements': 'member',
  'messages.search_group': 'member',
  'messages.read_group_talk': 'team',
  'messages.send_message': 'operators',
  'messages.edit_message': 'operators',
  'messages.recall_message': 'doers',
  'messages.pin_message': 'doers',
  'messages.unpin_message': 'doers',
  'messages.list_group_pins': 'team',
  'messages.list_group_announcements': 'team',
  'messages.list_readers': 'team',
  'messages.search_community': 'team',

  'notices.get_push': 'any member',
  'notices.subscribe': 'any member',
  'notices.unsubscribe': 'any member',
  'notices.get_wish': 'member',
  'notices.set_wish': 'member',
  'notices.set_quiet': 'member',
  'profiles.list_tags': 'team',
  'profiles.create_tag': 'operators',
  'profiles.rename_tag': 'operators',
  'profiles.delete_tag': 'operators',
  'profiles.restore_tag': 'operators',
  'profiles.give_tag': 'operators',
  'profiles.take_tag': 'operators',
  'profiles.list_tags_of': 'team',
  'profiles.list_fields': 'team',
  'profiles.create_field': 'admins',
  'profiles.change_field': 'admins',
  'profiles.delete_field': 'admins',
  'profiles.restore_field': 'admins',
  'profiles.get_profile': 'team',
  'profiles.read_private': 'operators',
  'profiles.set_field': 'operators',
  'profiles.list_notes': 'operators',
  'profiles.write_note': 'operators',
  'profiles.change_note': 'operators',
  'profiles.delete_note': 'operators',
  'profiles.restore_note': 'operators',
  'profiles.list_facts': 'team',
  'profiles.list_segments': 'team',
  'profiles.count_segment': 'team',
  'profiles.create_segment': 'operators',
  'profiles.change_segment': 'operators',
  'profiles.delete_segment': 'operators',
  'profiles.restore_segment': 'operators',
  'profiles.preview_segment': 'team',
  'profiles.export_people': 'operators',

  'desk.list_inbox': 'team',
  'desk.read_group': 'team',
  'desk.get_desk_settings': 'team',
  'desk.set_desk_settings': 'operators',
  'desk.list_questions': 'team',
  'desk.count_questions': 'team',
  'desk.get_question': 'team',
  'desk.answer_question': 'operators',
  'desk.assign_question': 'doers',
  'desk.close_question': 'doers',
  'desk.reopen_question': 'doers',

  'rules.get_text': 'team',
  'rules.publish_text': 'operators',
  'rules.list_versions': 'team',
  'rules.get_settings': 'team',
  'rules.change_settings': 'operators',
  'rules.try_message': 'team',
  'rules.list_lists': 'team',
  'rules.add_list': 'operators',
  'rules.get_list': 'team',
  'rules.change_list': 'operators',
  'rules.remove_list': 'operators',
  'rules.list_terms': 'team',
  'rules.add_terms': 'operators',
  'rules.remove_terms': 'operators',
  'rules.note_terms': 'operators',
  'rules.preview_terms': 'operators',
  'rules.import_terms': 'operators',
  'rules.export_terms': 'team',
  'rules.ask_dry_run': 'operators',
  'rules.list_dry_runs': 'team',
  'rules.get_dry_run': 'team',
  'rules.list_dry_hits': 'team',
  'rules.cancel_dry_run': 'operators',
  'rules.report_shadow': 'team',
  'rules.list_cases': 'team',
  'rules.count_cases': 'team',
  'rules.open_case': 'doers',
  'rules.get_case': 'team',
  'rules.release_case': 'doers',
  'rules.uphold_case': 'doers',
  'rules.undo_decision': 'doers',
  'rules.list_lessons': 'team',
  'rules.teach': 'doers',
  'rules.take_back_lesson': 'doers',
  'rules.get_learned': 'team',
  'rules.reset_learned': 'admins',
  'rules.undo_reset': 'admins',
  'rules.get_quality': 'team',
  'rules.list_packs': 'team',
  'rules.add_pack': 'operators',
  'rules.list_waves': 'team',
  'rules.read_wave': 'team',
  'rules.ask_approval': 'doers',
  'rules.stop_approval': 'doers',
  'rules.hold_wave': 'doers',
  'rules.stop_holding': 'doers',
  'rules.call_guests': 'doers',
  'rules.list_sanctions': 'team',
  'rules.undo_sanction': 'doers',
  'rules.read_rules': 'member',
  'rules.acknowledge_rules': 'member',
  'rules.list_my_cases': 'member',
  'rules.appeal_case': 'member',
  'rules.list_my_community_cases': 'member',
  'rules.appeal_from_outside': 'member',
  'rules.report_message': 'member',
  'rules.list_my_reports': 'member',

  'promotions.get_settings': 'team',
  'promotions.change_settings': 'admins',
  'promotions.forget_lessons': 'admins',
  'promotions.list_scheduled': 'team',
  'promotions.cancel_scheduled': 'operators',
  'promotions.get_standing': 'team',
  'promotions.list_promotions': 'team',
  'promotions.look_at_text': 'operators',
  'promotions.list_group_scheduled': 'team',
  'promotions.schedule_promotion': 'operators',
  'promotions.correct_message': 'operators',
  'promotions.set_policy': 'admins',
  'promotions.remove_policy': 'admins',

  'programs.list_check_ins': 'member',
  'programs.get_check_in': 'member',
  'programs.check_in': 'member',
  'programs.use_make_up_card': 'member',
  'programs.read_group_board': 'member',
  'programs.set_board_visibility': 'member',
  'programs.list_programs': 'team',
  'programs.create_program': 'operators',
  'programs.get_program': 'team',
  'programs.update_program': 'operators',
  'programs.pause_program': 'operators',
  'programs.resume_program': 'operators',
  'programs.remove_program': 'operators',
  'programs.read_board': 'team',
  'programs.export_board': 'team',
  'programs.list_log': 'team',
  'programs.read_person_days': 'team',
  'programs.grant_day': 'operators',
  'programs.revoke_day': 'operators',
  'programs.list_days': 'team',
  'programs.get_welcome': 'team',
  'programs.set_welcome': 'operators',
  'programs.preview_welcome': 'team',
  'programs.get_group_welcome': 'team',
  'programs.set_group_welcome': 'operators',
  'programs.reset_group_welcome': 'operators',
  'programs.list_arrivals': 'team',
  'programs.welcome_now': 'operators',

  'insight.read_today': 'team',
  'insight.list_pulses': 'team',
  'insight.list_alarms': 'team',
  'insight.read_quarrel': 'team',
  'insight.slow_down': 'doers',
  'insight.undo_slow_mode': 'doers',
  'insight.send_note': 'operators',
  'insight.ask_private_talk': 'doers',
  'insight.call_no_quarrel': 'doers',
  'insight.read_quarrels': 'team',
  'insight.change_quarrel_settings': 'operators',
  'insight.reset_lessons': 'doers',
};

const app = await testApp();
const { actors, params } = await prepare();

/** A community with a member and a team, another one with a stranger and its owner. */
async function prepare(): Promise<{ actors: Record<Visitor, Actor>; params: Record<string, string> }> {
  const installer = await app.operator('installer', null);
  const here = await found(installer, '灶边');
  const elsewhere = await found(installer, '别处');
  const role = async (name: (typeof teamRoles)[number], communityId: string) => app.operator(name, communityId);
  const owner = await role('owner', here.communityId);
  const everybody: Record<Visitor, Actor> = {
    anonymous: { kind: 'anonymous' },
    stranger: await join(elsewhere.code),
    member: await join(here.code),
    outsider: await role('owner', elsewhere.communityId),
    viewer: await role('viewer', here.communityId),
    moderator: await role('moderator', here.communityId),
    operator: await role('operator', here.communityId),
    admin: await role('admin', here.communityId),
    owner,
    installer: await app.operator('installer', null),
    token: {
      kind: 'token',
      tokenId: randomUUID(),
      userId: owner.userId,
      name: 'walk',
      communityId: here.communityId,
      scopes: app.services.permissions.all,
    },
  };
  const { communityId, groupId } = here;
  return {
    actors: everybody,
    params: { communityId, groupId, key: 'like', playbookId: 'study-checkin', userId: owner.userId },
  };
}

async function found(as: Actor, name: string): Promise<{ communityId: string; groupId: string; code: string }> {
  const community = await app.request('POST', '/api/communities', { as, body: { name, kind: 'interest' } });
  const base = `/api/communities/${community.body.id}/groups`;
  const body = { name: `${name} 1 群`, carrier: 'web', tier: 'ordinary', capacity: 50 };
  const group = await app.request('POST', base, { as, body });
  const link = await app.request('POST', `${base}/${group.body.id}/links`, { as, body: { channel: '传单' } });
  return { communityId: community.body.id, groupId: group.body.id, code: link.body.code };
}

async function join(code: string): Promise<Actor> {
  const door = await app.request('GET', `/api/join/${code}`);
  const { version } = door.body.steps.find((step: { key: string }) => step.key === 'privacy');
  const joined = await app.request('POST', `/api/join/${code}`, {
    body: { answers: { name: '柿柿', privacy: { version } } },
  });
  assert.equal(joined.body.state, 'joined');
  const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!;
  const { actor } = await app.http.api.readActor(new Headers({ cookie }));
  assert.equal(actor.kind, 'device');
  return actor;
}

function fillPath(route: Route, values: Record<string, string>): { path: string; params: Record<string, string> } {
  const filled: Record<string, string> = {};
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => (filled[name] = values[name] ?? randomUUID()));
  return { path, params: filled };
}

async function isAdmitted(route: Route, visitor: Visitor): Promise<boolean> {
  try {
    await route.access.check(app.context({ actor: actors[visitor] }), fillPath(route, params).params);
    return true;
  } catch (error) {
    assert.ok(error instanceof AppError, `${route.name} as ${visitor}: ${String(error)}`);
    assert.ok([401, 403, 404].includes(error.spec.status), `${route.name} as ${visitor}: ${error.code}`);
    return false;
  }
}

test('the table names every route of the running app, and no other', () => {
  assert.deepEqual(app.http.routes.map((route) => route.name).sort(), Object.keys(table).sort());
});

for (const route of app.http.routes) {
  const audience: readonly Visitor[] = audiences[table[route.name] ?? 'reader of the file'];

  test(`${route.name} is for: ${table[route.name] ?? 'nobody'}`, async () => {
    for (const visitor of visitors) {
      const admitted = await isAdmitted(route, visitor);
      assert.equal(admitted, audience.includes(visitor), `${visitor}: ${admitted ? 'admitted' : 'refused'}`);
      // The ones who may not are also sent through the whole app; those who may would change what the walk stands on.
      if (admitted) continue;
      const { path } = fillPath(route, params);
      const answer = await app.request(route.method.toUpperCase(), path, { as: actors[visitor], body: undefined });
      assert.ok([401, 403, 404].includes(answer.status), `${visitor}: ${answer.status} ${answer.text}`);
      assert.ok(!answer.text.includes('灶边'), 'a refusal names nothing of the community');
    }
  });
}

test('for strangers a foreign community or group looks like one that does not exist', async () => {
  const strip = (answer: { status: number; body: Record<string, unknown> }) => ({
    ...answer.body,
    requestId: '',
    status: answer.status,
  });
  const hidden = app.http.routes.filter((route) => /\{(communityId|groupId)\}/.test(route.path));
  assert.ok(hidden.length > 80);
  for (const route of hidden) {
    for (const visitor of ['stranger', 'outsider', 'installer'] as const) {
      const ask = async (values: Record<string, string>) =>
        strip(await app.request(route.method.toUpperCase(), fillPath(route, values).path, { as: actors[visitor] }));
      const nested = Object.fromEntries(
        Object.entries(fillPath(route, params).params).filter(([name]) => !(name in params)),
      );
      const foreign = await ask({ ...params, ...nested });
      const unknown = await ask({ ...params, ...nested, communityId: randomUUID(), groupId: randomUUID() });
      assert.deepEqual(foreign, unknown, `${route.name} as ${visitor}`);
    }
  }
});

test('a token can do no more than its scopes, its community and its maker', async () => {
  const token = actors.token as Actor & { kind: 'token' };
  const path = `/api/communities/${params.communityId}/groups`;
  const status = async (as: Actor) => (await app.request('GET', path, { as })).status;
  assert.equal(await status(token), 200);
  assert.equal(await status({ ...token, scopes: ['communities.read'] }), 403);
  assert.equal(await status({ ...token, communityId: randomUUID() }), 404);
  assert.equal(await status({ ...token, userId: (actors.outsider as { userId: string }).userId }), 404);
});
