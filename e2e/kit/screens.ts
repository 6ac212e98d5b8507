/** Every screen of both apps with its address, and how it is opened. */
import type { Page } from 'playwright-core';
import type { BusyFair } from './busy-fair.ts';

/** A screen: where it is, what shows that it is there, and what is done to get to the wanted state. */
export interface Screen {
  name: string;
  path: string;
  /** Visible once the screen shows what it is for. */
  ready: string;
  /** Opens something on the screen (a sheet, a dialog). */
  open?: (page: Page) => Promise<unknown>;
  /** Answers that this screen provokes on purpose; the browser notes them as errors. */
  answers?: readonly number[];
  /** Shown to somebody who has never been here. */
  stranger?: boolean;
}

const state = 'main.state h1';

/** A segment of nobody, as it stands in the address. */
const nobody = encodeURIComponent('{"join":"all","items":[{"fact":"people.groups","op":"at_least","number":99}]}');

/** Screens of the members' app. */
export function memberScreens(fair: BusyFair): Screen[] {
  const group = `/g/${fair.groupId}`;
  const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
  return [
    { name: 'join', path: `/j/${fair.doors.forStrangers}`, ready: '.gate', stranger: true },
    { name: 'join-approval', path: `/j/${fair.doors.approval}`, ready: '.gate', stranger: true },
    { name: 'door-revoked', path: `/j/${fair.doors.revoked}`, ready: state, stranger: true },
    { name: 'door-used-up', path: `/j/${fair.doors.usedUp}`, ready: state, stranger: true },
    { name: 'door-unknown', path: '/j/nosuchdoor', ready: state, stranger: true },
    { name: 'door-joined', path: `/j/${fair.doors.forStrangers}`, ready: state },
    { name: 'groups', path: '/m', ready: '.group-row' },
    { name: 'groups-none', path: '/m', ready: state, stranger: true, answers: [401] },
    { name: 'chat', path: group, ready: 'li[data-message] .say' },
    { name: 'chat-menu', path: group, ready: 'li[data-message] .say', open: openMenu },
    { name: 'chat-pins', path: group, ready: '.pinrow', open: press('.pinrow') },
    { name: 'chat-announcement', path: group, ready: '.ann .ell', open: press('.ann button') },
    { name: 'chat-not-here', path: group, ready: state, stranger: true, answers: [401, 404] },
    { name: 'search', path: `${group}/search`, ready: 'input', open: (page) => page.locator('input').fill('砂锅') },
    { name: 'home', path: `${group}/home`, ready: '.faces li' },
    { name: 'home-mate', path: `${group}/home`, ready: '.faces li', open: press('.faces li:nth-child(2) button') },
    {
      name: 'home-invite',
      path: `${group}/home`,
      ready: '.faces li',
      open: press('main > section:last-of-type button'),
    },
    { name: 'find-people', path: `${group}/people`, ready: '.person' },
    { name: 'find-people-card', path: `${group}/people`, ready: '.person', open: press('.person') },
    { name: 'seed', path: `${group}/seed`, ready: '.topic' },
    { name: 'meet', path: `${group}/meet`, ready: '.request' },
    { name: 'meet-accept', path: `${group}/meet`, ready: '.request', open: press('.request .steps .btn') },
    { name: 'board', path: `${group}/board`, ready: '.own-entry' },
    { name: 'board-write', path: `${group}/board`, ready: '.own-entry', open: press('.write-entry .btn') },
    { name: 'points', path: `${group}/points`, ready: '.statement li' },
    { name: 'points-give', path: `${group}/points`, ready: '.statement li', open: press('.have .btn') },
    { name: 'rules', path: `${group}/rules`, ready: '.rule-list li' },
    { name: 'cases', path: `${group}/cases`, ready: '.case' },
    { name: 'cases-appeal', path: `${group}/cases`, ready: '.case', open: press('.case .btn') },
    { name: 'reports', path: `${group}/reports`, ready: '.report' },
    { name: 'chat-report', path: group, ready: 'li[data-message] .say', open: openReport },
    { name: 'check-in', path: `${group}/check-in`, ready: '.board li' },
    { name: 'check-in-cards', path: `${group}/check-in`, ready: '.cards .more', open: press('.cards .more') },
    { name: 'me', path: `${group}/me`, ready: '.nc h1' },
    { name: 'me-card', path: `${group}/me`, ready: '.nc h1', open: press('.nc button') },
    { name: 'me-move', path: `${group}/me`, ready: '.nc h1', open: press('.set .whole button') },
    { name: 'me-leave', path: `${group}/me`, ready: '.nc h1', open: press('.set.go .whole:nth-child(3) button') },
    { name: 'me-erase', path: `${group}/me`, ready: '.nc h1', open: press('.set.go .er button') },
    { name: 'move', path: new URL(fair.move).pathname, ready: state, stranger: true },
    { name: 'not-here', path: '/g/', ready: state, stranger: true },
  ];
}

async function openNewRound(page: Page): Promise<void> {
  await page.locator('.ph .ant-btn-primary').click();
  await page.locator('.ant-drawer .ant-select').first().click();
  await page.locator('.ant-select-item-option').first().click();
  await page.locator('.ant-drawer textarea').first().waitFor();
}

async function openMenu(page: Page): Promise<void> {
  const bubble = page.locator('li[data-message] .bub-row').last();
  await bubble.click({ button: 'right' });
  await page.getByRole('dialog').waitFor();
}

async function openReport(page: Page): Promise<void> {
  await page.locator('li.m:not(.me) .bub-row').last().click({ button: 'right' });
  await page.locator('.acts li:last-child button').click();
  await page.locator('.report-why label').first().waitFor();
}

/** Screens of the console. */
export function consoleScreens(fair: BusyFair): Screen[] {
  const base = `/c/${fair.communityId}`;
  const room = `${base}/groups/${fair.groupId}`;
  const program = `${base}/programs/${fair.programId}`;
  const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
  const settings = ['team', 'roles', 'community', 'tokens', 'audit', 'account'];
  return [
    { name: 'sign-in', path: '/sign-in', ready: 'form', stranger: true, answers: [401] },
    { name: 'forgotten', path: '/forgotten', ready: '.door-body .empty', stranger: true, answers: [401] },
    { name: 'setup-closed', path: '/setup?token=x', ready: '.door-body button', stranger: true, answers: [401] },
    { name: 'invitation', path: new URL(fair.invitation).pathname, ready: 'form', stranger: true, answers: [401] },
    {
      name: 'invitation-gone',
      path: '/invite/nosuchcode',
      ready: 'h3, .empty',
      stranger: true,
      answers: [401, 404, 410],
    },
    { name: 'password-gone', path: '/password?token=x', ready: '.door-body', stranger: true, answers: [400, 404, 410] },
    { name: 'found', path: '/found', ready: '.step-form .chip' },
    { name: 'today', path: `${base}/today`, ready: '.pt tbody tr' },
    { name: 'palette', path: `${base}/today`, ready: '.pt tbody tr', open: openPalette },
    { name: 'notices', path: `${base}/today`, ready: '.pt tbody tr', open: openBubble },
    { name: 'alarms', path: `${base}/alarms`, ready: '.empty, .al' },
    { name: 'inbox', path: `${base}/inbox`, ready: '.cv' },
    {
      name: 'inbox-question',
      path: `${base}/inbox`,
      ready: '.cv',
      open: (page) => page.locator('.cv').first().click(),
    },
    { name: 'inbox-scripts', path: `${base}/inbox`, ready: '.cv', open: openScripts },
    { name: 'scripts', path: `${base}/scripts`, ready: '.scriptline' },
    { name: 'script', path: `${base}/scripts`, ready: '.scriptline', open: press('.scriptline .ant-btn') },
    { name: 'script-new', path: `${base}/scripts`, ready: '.scriptline', open: press('.ph .acts .ant-btn') },
    { name: 'inbox-all', path: `${base}/inbox?filter=all`, ready: '.cv' },
    { name: 'inbox-called', path: `${base}/inbox?filter=mentions`, ready: '.rail .empty, .cv' },
    { name: 'inbox-group', path: `${base}/inbox/${fair.groupId}`, ready: '.msg .words' },
    { name: 'inbox-group-scripts', path: `${base}/inbox/${fair.groupId}`, ready: '.msg .words', open: openTalkScripts },
    { name: 'response', path: `${base}/response`, ready: '.response-figure' },
    { name: 'response-behind', path: `${base}/response?part=all`, ready: '.waits li' },
    { name: 'leading', path: `${base}/settings/leading`, ready: '.leading-begin' },
    { name: 'duty', path: `${base}/settings/duty`, ready: '.duty-week .ant-btn' },
    {
      name: 'duty-pattern',
      path: `${base}/settings/duty`,
      ready: '.duty-week .ant-btn',
      open: press('.ch .ant-btn-primary'),
    },
    {
      name: 'duty-day',
      path: `${base}/settings/duty`,
      ready: '.duty-week .ant-btn',
      open: press('.duty-week .ant-btn'),
    },
    { name: 'answers', path: `${base}/answers`, ready: '.answers-row' },
    { name: 'answers-sample', path: `${base}/answers?view=sample`, ready: '.sampled li, .answers .empty' },
    { name: 'answers-own', path: `${base}/answers?view=own`, ready: '.sampled li, .answers .empty' },
    {
      name: 'answers-settings',
      path: `${base}/answers`,
      ready: '.answers-row',
      open: press('.ph .acts .ant-btn'),
    },
    { name: 'groups', path: `${base}/groups`, ready: 'tbody .namecell' },
    { name: 'group-drawer', path: `${base}/groups?open=${fair.groupId}`, ready: '.dr h2' },
    { name: 'group-credit', path: `${base}/groups?open=${fair.groupId}&tab=credit`, ready: '.credit-weeks' },
    { name: 'group-new', path: `${base}/groups/new`, ready: '.main form, .main input' },
    { name: 'talk', path: room, ready: '.msg .words' },
    { name: 'talk-promoting', path: room, ready: '.msg .words', open: press('.composer-top .chip:nth-child(3)') },
    { name: 'talk-list', path: `${base}/talk`, ready: '.cv' },
    { name: 'purpose', path: `${base}/purpose`, ready: '.main h1' },
    { name: 'entrances', path: `${base}/entrances`, ready: 'img.qr' },
    { name: 'playbook', path: `${base}/playbook`, ready: '.main h1' },
    { name: 'people', path: `${base}/people`, ready: 'tbody .namecell' },
    { name: 'person', path: `${base}/people?open=${fair.personId}`, ready: '.dr h2' },
    { name: 'people-none', path: `${base}/people?activity=quiet`, ready: '.tblw .empty' },
    { name: 'segments', path: `${base}/people?view=segments`, ready: '.starters .chip' },
    { name: 'segment', path: `${base}/people?view=segments&segment=${fair.segmentId}`, ready: 'tbody .namecell' },
    { name: 'segment-nobody', path: `${base}/people?view=segments&def=${nobody}`, ready: '.segs-main .empty' },
    { name: 'levels', path: `${base}/people?view=levels`, ready: '.steps li' },
    { name: 'ladder', path: `${base}/people?view=levels`, ready: '.steps li', open: press('.ladder .more') },
    { name: 'fields', path: `${base}/people?view=fields`, ready: '.kept li' },
    { name: 'field-new', path: `${base}/people?view=fields`, ready: '.kept li', open: press('.kept .more') },
    {
      name: 'person-profile',
      path: `${base}/people?open=${fair.personId}`,
      ready: '.dr h2',
      open: press('.dr [role="tab"]:nth-child(2)'),
    },
    {
      name: 'person-points',
      path: `${base}/people?open=${fair.personId}`,
      ready: '.dr h2',
      open: press('.dr [role="tab"]:nth-child(3)'),
    },
    { name: 'points', path: `${base}/people/points`, ready: 'tbody .namecell' },
    { name: 'points-gifts', path: `${base}/people/points?view=gifts`, ready: 'tbody tr' },
    { name: 'points-back', path: `${base}/people/points?view=gifts`, ready: 'tbody tr', open: press('tbody .ant-btn') },
    { name: 'points-seasons', path: `${base}/people/points?view=seasons`, ready: '.seasonlines li' },
    { name: 'points-rules', path: `${base}/people/points?view=rules`, ready: '.settings-grid' },
    { name: 'likenesses', path: `${base}/people?view=same`, ready: '.likenesses .pair, .likenesses .empty' },
    { name: 'person-merge', path: `${base}/people?open=${fair.personId}`, ready: '.dr h2', open: mergeByHand },
    { name: 'imports', path: `${base}/people?view=imports`, ready: '.listlines li' },
    { name: 'newcomers', path: `${base}/people/newcomers`, ready: '.newcomers-page li' },
    { name: 'care', path: `${base}/people/care`, ready: '.care-page .empty' },
    { name: 'sorting', path: `${base}/people/sorting`, ready: '.sorting-bands li' },
    { name: 'rounds', path: `${base}/people/rounds`, ready: '.round-line' },
    { name: 'round-new', path: `${base}/people/rounds`, ready: '.round-line', open: openNewRound },
    { name: 'round', path: `${base}/people/rounds/${fair.roundId}`, ready: '.round-people li' },
    { name: 'import', path: `${base}/people?view=imports&list=${fair.importId}`, ready: '.listrows li' },
    { name: 'exchange', path: `${base}/people/exchange`, ready: 'tbody tr' },
    { name: 'seeds', path: `${base}/people/seeds`, ready: '.seeds-page li' },
    { name: 'seed-ask', path: `${base}/people/seeds`, ready: '.seeds-page li', open: press('.ph .ant-btn-primary') },
    { name: 'guests', path: `${base}/people/guests`, ready: 'tbody .namecell' },
    { name: 'guest', path: `${base}/people/guests`, ready: 'tbody .namecell', open: press('tbody .namecell') },
    {
      name: 'guest-facts',
      path: `${base}/people/guests?open=${fair.guestId}`,
      ready: '.dr h2',
      open: press('.dr [role="tab"]:nth-child(2)'),
    },
    {
      name: 'guest-appearances',
      path: `${base}/people/guests?open=${fair.guestId}`,
      ready: '.dr h2',
      open: press('.dr [role="tab"]:nth-child(3)'),
    },
    { name: 'guest-new', path: `${base}/people/guests`, ready: 'tbody .namecell', open: press('.ph .ant-btn-primary') },
    { name: 'bans', path: `${base}/people?view=bans`, ready: 'tbody tr' },
    { name: 'programs', path: `${base}/programs`, ready: '.prog' },
    { name: 'programs-days', path: `${base}/programs?from=2026-01-01&to=2026-01-07`, ready: '.log .empty' },
    { name: 'program-new', path: `${base}/programs/new`, ready: '.phone', open: chooseHours },
    { name: 'program', path: program, ready: 'tbody .namecell' },
    { name: 'program-day', path: program, ready: '.monthgrid .now', open: press('.monthgrid .now') },
    { name: 'program-person', path: program, ready: 'tbody .namecell', open: press('tbody .namecell') },
    { name: 'welcome', path: `${base}/programs/welcome`, ready: '.talkbubble' },
    { name: 'search-start', path: `${base}/search`, ready: '.main h1' },
    { name: 'search', path: `${base}/search?q=${encodeURIComponent('砂锅')}`, ready: '.hits li' },
    { name: 'tasks', path: `${base}/tasks`, ready: '.main h1' },
    ...rulesScreens(`${base}/rules`, fair),
    ...settings.map((key) => ({ name: `settings-${key}`, path: `${base}/settings/${key}`, ready: '.main h1' })),
    { name: 'no-community', path: '/c/00000000-0000-7000-8000-000000000000/groups', ready: '.main' },
    { name: 'no-page', path: '/no/such/page', ready: 'h1, h2, h3' },
  ];
}

function rulesScreens(base: string, { listId, dryRunId }: BusyFair): Screen[] {
  const list = `${base}/lists/${listId}`;
  return [
    { name: 'rules', path: `${base}/cases`, ready: '.cs', open: openCase },
    { name: 'rules-appeal', path: `${base}/cases?view=appealed`, ready: '.cs', open: openCase },
    { name: 'rules-decided', path: `${base}/cases?view=decided`, ready: '.cs', open: openCase },
    { name: 'rules-refused', path: `${base}/cases?view=refused`, ready: '.cs', open: openCase },
    { name: 'rules-dry', path: `${base}/cases?view=dry`, ready: '.court-rail .empty' },
    { name: 'rules-text', path: `${base}/text`, ready: '.rule-page' },
    { name: 'rules-version', path: `${base}/text`, ready: '.versions button', open: pressIn('.versions button') },
    { name: 'rules-edit', path: `${base}/text`, ready: '.rule-page', open: pressIn('.rules-left .ch button') },
    { name: 'rules-lists', path: `${base}/lists`, ready: '.term-chips', open: trySentence },
    { name: 'rules-list-new', path: `${base}/lists`, ready: '.term-chips', open: pressIn('.lists-rail .ch button') },
    { name: 'rules-list', path: list, ready: '.term-lines' },
    { name: 'rules-list-note', path: list, ready: '.term-lines', open: pressIn('.term-lines .tb') },
    { name: 'rules-list-over', path: `${list}?expired=true`, ready: '.term-lines .tag.a' },
    { name: 'rules-import', path: list, ready: '.term-lines', open: pasteTerms },
    { name: 'rules-arm', path: list, ready: '.list-standing .ant-btn', open: pressIn('.list-standing .ant-btn') },
    { name: 'rules-look', path: `${list}?look=${dryRunId}`, ready: '.dry-hits li' },
    { name: 'rules-packs', path: `${base}/lists/packs`, ready: '.packs li' },
    {
      name: 'rules-quality',
      path: `${base}/quality?days=7`,
      ready: '.quality-row:not(.quality-heads), .quality .empty',
    },
    { name: 'rules-waves', path: `${base}/waves`, ready: '.wave-line' },
    { name: 'rules-wave', path: `${base}/waves`, ready: '.wave-line', open: openWave },
    { name: 'rules-hosts', path: `${base}/lists/hosts`, ready: '.term-chips' },
    { name: 'rules-settings', path: `${base}/settings`, ready: '.settings-grid' },
    { name: 'rules-promotions', path: `${base}/promotions`, ready: '.settings-grid' },
  ];
}

async function openCase(page: Page): Promise<void> {
  await page.locator('.cs').first().click();
  await page.locator('.court-body .meant').waitFor();
}

async function openWave(page: Page): Promise<void> {
  await page.locator('.wave-line').first().click();
  await page.locator('.wave-people li').first().waitFor();
}

async function pasteTerms(page: Page): Promise<void> {
  await page.locator('.terms-tools > .ant-btn').last().click();
  const lines = ['词,说明,到哪天', '刷单返利,骗人先垫钱,', '旧票,,2020-01-01', '/加(微/,,', '砂锅粥,换个说明,'];
  await page.locator('.ant-modal textarea').first().fill(lines.join('\n'));
  await page.locator('.import-lines li').first().waitFor();
}

async function trySentence(page: Page): Promise<void> {
  await page.locator('.trybox textarea').first().fill('宝妈在家做兼 职日 结，加V信 abc12345');
  await page.locator('.outcome').waitFor();
}

function pressIn(selector: string): (page: Page) => Promise<void> {
  return (page) => page.locator(selector).first().click();
}

async function chooseHours(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /.+/ }).nth(3).check();
  await page.locator('.ant-picker').first().waitFor();
}

async function openTalkScripts(page: Page): Promise<void> {
  await page.locator('.composer textarea').fill('/');
  await page.locator('.scriptpick [role="option"]').first().waitFor();
}

async function openScripts(page: Page): Promise<void> {
  await page.locator('.cv').first().click();
  // The only question may have been answered by a neighbour: then it is opened again.
  await page.locator('.room-head .ant-btn').first().waitFor();
  if ((await page.locator('.composer textarea').count()) === 0)
    await page.locator('.room-head .ant-btn').first().click();
  await page.locator('.composer textarea').fill('/');
  await page.locator('.scriptpick [role="option"]').first().waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette-field input').fill('灶');
  await page.locator('.palette-list [role="option"] .av').first().waitFor();
}

async function openBubble(page: Page): Promise<void> {
  await page.locator('.tb.bell').click();
  await page.locator('.bubble section').first().waitFor();
}

/** Loads a screen by its address and waits until nothing on it is a placeholder any more. */
export async function openScreen(page: Page, url: string, screen: Screen): Promise<void> {
  await page.goto(url + screen.path);
  await waitForScreen(page, screen);
}

/**
 * Comes to a screen from another one of the same app, as by a link: nothing is loaded but what the screen asks for. By way of a
 * page that does not exist, so that what stands open goes, also where both have the same address.
 */
export async function comeToScreen(page: Page, screen: Screen): Promise<void> {
  await page.evaluate(() => document.querySelector('main, h1, h2, h3')?.setAttribute('data-before', ''));
  await goInside(page, '/no/such/page');
  await page.locator('[data-before]').waitFor({ state: 'detached' });
  await goInside(page, screen.path);
  await waitForScreen(page, screen);
}

async function goInside(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

async function waitForScreen(page: Page, screen: Screen): Promise<void> {
  await page.locator(screen.ready).first().waitFor();
  await screen.open?.(page);
  await page.locator('.ant-skeleton, .ghost, .ant-spin-spinning').first().waitFor({ state: 'hidden' });
}

async function mergeByHand(page: Page): Promise<void> {
  await page.locator('.drf button').last().click();
  await page.locator('.mergefound button').first().click();
  await page.locator('.halfhead').first().waitFor();
}
