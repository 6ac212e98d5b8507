/** Every list of both apps: where it stands, what it asks, and what has to be seen when there is nothing to see. */
import type { Page } from 'playwright-core';
import type { BusyFair } from './busy-fair.ts';
import { inConsole } from './words.ts';

/** A list on a screen. */
export interface List {
  name: string;
  app: 'console' | 'member';
  /** The screen that it stands on. */
  path: string;
  /** The route that it asks, as the API's document writes it. */
  route: string;
  /** Where on the screen its states have to be seen. */
  place: string;
  /** Opens it on the screen. */
  open?: (page: Page) => Promise<unknown>;
  /** What says that there is nothing yet; null where there always is something (oneself, at least). */
  nothing?: string | null;
  /** The same list with a condition that nothing meets. */
  noMatch?: { path?: string; open?: (page: Page) => Promise<unknown> };
}

const team = '/api/communities/{communityId}';
const mine = '/api/member/groups/{groupId}';
const here = '/api/member/communities/{communityId}';

/** Routes with items that are no list of a screen, and why. */
export const notLists: Readonly<Record<string, string>> = {
  [`${team}/people/{personId}/merges`]: 'a part of the drawer that is there only when something was merged',
  [`${team}/introductions`]: 'how many people met, over the board; without it the number is not there',
  [`${team}/people-sources`]: 'choices of a filter; without them the filter has one choice less',
  [`${team}/tokens/scopes`]: 'choices of a form',
  [`${team}/segment-facts`]: 'choices of the builder, which is not shown without them',
  [`${here}/people/someone`]: 'an answer to what somebody has typed',
  [`${here}/levels`]: 'a part of a page; where a community has no ladder there is no part',
  [`${team}/people-tags`]: 'a column of the list of people; without it the column stays empty',
  '/api/playbooks': 'choices of a form',
  '/api/communities': 'names for the switch of communities, which the shell has',
  [`${team}/script-suggestions`]: 'offered beside the field of an answer; without them it is a field',
  [`${team}/rules/dry-runs`]: 'one line about the newest one; without one there is no line',
  '/api/member/groups/{groupId}/rules': 'a text that is shown as a page',
  '/api/member/groups/{groupId}/message-gifts': 'sums under messages; without them the talk stands as it is',
  [`${here}/my-cases`]: 'the page of my-cases for somebody who has left',
  [`${team}/programs/{programId}/days`]: 'a calendar of a month: its days are always there',
};

const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
const region = (name: string) => `[aria-label="${name}"]`;

/** The lists of the console. */
export function consoleLists(fair: BusyFair): List[] {
  const base = `/c/${fair.communityId}`;
  const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
  const find = (selector: string) => async (page: Page) => {
    await page.locator(`${selector} input`).first().fill('没有的东西');
    await page.keyboard.press('Enter');
  };
  const list = (name: string, path: string, route: string, more: Partial<List> = {}): List => ({
    name,
    app: 'console',
    path: base + path,
    route: team + route,
    place: '.main',
    ...more,
  });
  return [
    list('today-tasks', '/today', '/tasks', { place: region(inConsole.today.tasks) }),
    list('today-pulse', '/today', '/pulses', {
      place: region(inConsole.pulse.title),
      open: find('.pulse-tools'),
      nothing: null,
      noMatch: { open: find('.pulse-tools') },
    }),
    list('alarms', '/alarms', '/alarms'),
    list('task-centre', '/people', '/tasks', { place: '.bubble', open: press('.tb.centre'), nothing: '.bubble-none' }),
    list('questions', '/inbox', '/questions', {
      place: '.rail-list',
      noMatch: { path: `${base}/inbox?assignee=nobody` },
    }),
    list('waits', '/response?part=all', '/response/questions', { place: '.ant-drawer-body', nothing: '.empty' }),
    list('answer-sample', '/answers?view=sample', '/answer-sample', { place: '.answers' }),
    list('own-reviews', '/answers?view=own', '/own-reviews', { place: '.answers' }),
    list('scripts', '/scripts', '/scripts', { place: '.narrow', noMatch: { path: `${base}/scripts?q=qqq` } }),
    list('inbox', '/inbox?filter=all', '/inbox', {
      place: '.rail-list',
      noMatch: { path: `${base}/inbox?filter=all&group=qqq` },
    }),
    list('groups', '/groups', '/groups', { noMatch: { path: `${base}/groups?q=qqq` } }),
    list('entrances', '/entrances', '/groups/{groupId}/links', { nothing: '.cb > .c3' }),
    list('assumptions', '/purpose', '/assumptions', { place: region(inConsole.assumption.title), nothing: '.c3' }),
    list('messages', `/groups/${fair.groupId}`, '/groups/{groupId}/messages', { place: '.room' }),
    list('members', `/groups/${fair.groupId}`, '/groups/{groupId}/members', {
      place: '.panel',
      noMatch: { open: find('.panel') },
    }),
    list('applications', `/groups/${fair.groupId}`, '/groups/{groupId}/applications', {
      place: '.panel',
      open: tab(inConsole.talk.door),
    }),
    list('links', `/groups/${fair.groupId}`, '/groups/{groupId}/links', {
      place: '.panel',
      open: tab(inConsole.group.links),
    }),
    list('promotions', `/groups/${fair.groupId}`, '/groups/{groupId}/promotions', {
      place: region(inConsole.promo.list),
      open: tab(inConsole.promo.tab),
    }),
    list('scheduled', `/groups/${fair.groupId}`, '/groups/{groupId}/promotions/scheduled', {
      place: region(inConsole.promo.scheduled),
      open: tab(inConsole.promo.tab),
    }),
    list('all-scheduled', '/rules/promotions', '/promotions/scheduled', {
      place: region(inConsole.promo.scheduledEverywhere),
    }),
    list('readers', `/groups/${fair.groupId}`, '/groups/{groupId}/messages/{messageId}/readers', {
      place: '.ant-modal',
      open: press('.msg button.link:has-text("人")'),
      nothing: '.c3',
    }),
    list('people', '/people', '/people', { place: '.tblw', noMatch: { path: `${base}/people?activity=quiet` } }),
    list('exchange', '/people/exchange', '/board'),
    list('seeds', '/people/seeds', '/care/seeds', {
      place: region(inConsole.seeds.title),
      noMatch: { path: `${base}/people/seeds?group=${fair.groupId}` },
    }),
    list('seed-topics', '/people/seeds', '/care/topics', {
      place: region(inConsole.seeds.topics),
      noMatch: { path: `${base}/people/seeds?group=${fair.groupId}` },
    }),
    list('guests', '/people/guests', '/guests', {
      place: region(inConsole.guests.title),
      noMatch: { path: `${base}/people/guests?stage=resting` },
    }),
    list('bans', '/people?view=bans', '/bans'),
    list('segments', '/people?view=segments', '/segments', { place: region(inConsole.segments.saved) }),
    list('ladders', '/people?view=levels', '/ladders'),
    list('level-changes', '/people?view=levels', '/ladders/{ladderId}/changes', {
      place: '.levelhistory',
      open: press('.levelhistory .link'),
    }),
    list('tags', '/people?view=fields', '/tags', { place: region(inConsole.profile.tags) }),
    list('fields', '/people?view=fields', '/person-fields', { place: region(inConsole.profile.fields) }),
    list('likenesses', '/people?view=same', '/likenesses', { place: '.likenesses' }),
    list('imports', '/people?view=imports', '/imports', { place: region(inConsole.imports.earlier) }),
    list('newcomers', '/people/newcomers', '/care/newcomers', {
      place: region(inConsole.newcomers.list),
      noMatch: { path: `${base}/people/newcomers?stands=left` },
    }),
    list('fading', '/people/care', '/care/fading', { place: region(inConsole.care.fading), nothing: null }),
    list('care-contacts', '/people/care', '/care/contacts', { place: region(inConsole.care.contacts) }),
    list('earners', '/people/points', '/points/earners', {
      place: region(inConsole.points.earned),
      noMatch: { path: `${base}/people/points?q=qqq` },
    }),
    list('gifts', '/people/points?view=gifts', '/points/gifts', {
      place: region(inConsole.points.gifts),
      noMatch: { path: `${base}/people/points?view=gifts&q=qqq` },
    }),
    list('seasons', '/people/points?view=seasons', '/points/seasons', { place: region(inConsole.points.seasons) }),
    list('person-points', `/people?open=${fair.personId}`, '/people/{personId}/points', {
      place: region(inConsole.points.statement),
      open: tab(inConsole.personLevels.tab),
    }),
    list('led-groups', '/settings/leading', '/rotation/groups', { place: region(inConsole.leading.turns) }),
    list('successors', '/settings/leading', '/rotation/successors', {
      place: region(inConsole.leading.successors),
    }),
    list('trainings', '/settings/leading', '/rotation/trainings', { place: region(inConsole.leading.training) }),
    list('sorted', '/people/sorting', '/care/sorting/people', {
      place: region(inConsole.sorting.lists),
      noMatch: { open: press('.sorting-wrong input') },
    }),
    list('bands', '/people/sorting', '/care/sorting/bands', { place: region(inConsole.sorting.bands) }),
    list('rounds', '/people/rounds', '/care/rounds', { place: region(inConsole.care.rounds) }),
    list('kept', '/people/rounds', '/care/kept', { place: region(inConsole.care.keptList) }),
    list('round-people', `/people/rounds/${fair.roundId}`, '/care/rounds/{roundId}/people', {
      place: region(inConsole.care.people),
    }),
    list('import-rows', `/people?view=imports&list=${fair.importId}`, '/imports/{id}/rows'),
    list('notes', `/people?open=${fair.personId}`, '/people/{personId}/notes', {
      place: region(inConsole.profile.notes),
      open: tab(inConsole.profile.tab),
      nothing: '.c3',
    }),
    list('timeline', `/people?open=${fair.personId}`, '/people/{personId}/timeline', { place: '.dr', nothing: '.c3' }),
    list('programs', '/programs', '/programs', { noMatch: { path: `${base}/programs?groupId=${fair.groupId}` } }),
    list('check-ins', '/programs?from=2026-01-01&to=2026-01-07', '/check-ins', { place: '.log' }),
    list('board', `/programs/${fair.programId}`, '/programs/{programId}/board', {
      place: region(inConsole.programs.board),
    }),
    list('newcomers', '/programs/welcome', '/welcome/arrivals', { place: '.newcomers' }),
    list('cases', '/rules/cases', '/rules/cases', {
      place: '.court-list',
      noMatch: { path: `${base}/rules/cases?kind=stopped` },
    }),
    list('versions', '/rules/text', '/rules/text/versions', {
      place: `section:has-text("${inConsole.rules.history}")`,
      nothing: null,
    }),
    list('waves', '/rules/waves', '/rules/waves', { place: region(inConsole.waves.title) }),
    // Without a list the packs stand open.
    list('word-lists', '/rules/lists', '/rules/lists', { nothing: '.lists-rail' }),
    list('terms', `/rules/lists/${fair.listId}`, '/rules/lists/{listId}/terms', {
      place: '.terms',
      noMatch: { path: `${base}/rules/lists/${fair.listId}?q=qqq` },
    }),
    list('dry-hits', `/rules/lists/${fair.listId}?look=${fair.dryRunId}`, '/rules/dry-runs/{runId}/hits', {
      place: '.ant-drawer',
      noMatch: {
        open: (page) => page.locator('.ant-drawer .ant-segmented-item').nth(1).click(),
      },
    }),
    list('word-packs', '/rules/lists/packs', '/rules/packs', { place: '.packs', nothing: null }),
    list('lessons', '/rules/quality', '/rules/lessons', { place: '.lessons' }),
    list('search', `/search?q=${encodeURIComponent('砂锅')}`, '/search', { nothing: '.empty[data-kind="noMatch"]' }),
    list('tasks', '/tasks', '/tasks', { place: '.narrow' }),
    list('task-load', '/tasks', '/task-load', { place: '.load', nothing: null }),
    list('team', '/settings/team', '/team', { nothing: null }),
    list('invitations', '/settings/team', '/team/invitations', { nothing: null }),
    list('tokens', '/settings/tokens', '/tokens'),
    list('audit', '/settings/audit', '/audit', {
      noMatch: { path: `${base}/settings/audit?from=2001-01-01&to=2001-01-02` },
    }),
    {
      name: 'sessions',
      app: 'console',
      path: `${base}/settings/account`,
      route: '/api/me/sessions',
      place: '.main',
      nothing: null,
    },
  ];
}

/** The lists of the members' app. */
export function memberLists(fair: BusyFair): List[] {
  const base = `/g/${fair.groupId}`;
  const list = (name: string, path: string, route: string, more: Partial<List> = {}): List => ({
    name,
    app: 'member',
    path: base + path,
    route: mine + route,
    place: 'body',
    nothing: 'main.state h1',
    ...more,
  });
  return [
    list('my-people', '/home', '/members', { nothing: null }),
    list('my-talk', '', '/messages', { nothing: null }),
    list('my-pins', '', '/pins', { place: '[role="dialog"]', open: press('.pinrow'), nothing: null }),
    list('my-announcements', '', '/announcements', {
      place: '[role="dialog"]',
      open: press('.ann button'),
      nothing: null,
    }),
    list('my-search', '/search', '/search', { open: (page) => page.locator('input').fill('砂锅'), nothing: '.tell' }),
    list('my-cases', '/cases', '/my-cases'),
    list('my-reports', '/reports', '/my-reports'),
    list('my-check-ins', '/check-in', '/check-ins'),
    list('my-board', '/check-in', '/check-ins/{programId}/board', { nothing: null }),
    { ...list('directory', '/people', ''), route: `${here}/people`, nothing: '.tell:not(:empty)' },
    { ...list('my-introductions', '/meet', ''), route: `${here}/introductions` },
    { ...list('my-points', '/points', ''), route: `${here}/points`, nothing: '.tell' },
    { ...list('my-entries', '/board', ''), route: `${here}/board/mine`, nothing: null },
    { ...list('entries', '/board', ''), route: `${here}/board`, nothing: '.tell' },
    {
      ...list('my-phones', '/me', ''),
      route: `${here}/me/devices`,
      nothing: null,
    },
  ];
}
