import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isWorthTelling, thresholdOf } from './budget.ts';
import { readDialogues, type Dialogue } from './dialogues.ts';
import { alarmHeat, heatWindow, measureWindow, usualPace, type Felt } from './heat.ts';
import { readTemper } from './temper.ts';

const read = (name: string) => readDialogues(readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8'));

/** Which angry message raises the alarm; undefined when none does. */
function angryAtAlarm({ lines }: Dialogue): number | undefined {
  const felt: Felt[] = [];
  let angry = 0;
  for (const { by, at, text, isAngry } of lines) {
    if (isAngry) angry += 1;
    felt.push({ ...readTemper(text), by, at: at * 1000 });
    if (measureWindow(felt, null).heat >= alarmHeat) return angry;
  }
  return undefined;
}

test('written quarrels raise the alarm before the tenth angry message', () => {
  const late = ['quarrels', 'quarrels-kept', 'quarrels-fresh', 'quarrels-last']
    .flatMap(read)
    .filter((dialogue) => (angryAtAlarm(dialogue) ?? 10) >= 10)
    .map(({ title }) => title);
  assert.deepEqual(late, []);
});

test('friends who shout, cheer, haggle, joke and debate raise none, but for a few that are known', () => {
  const dialogues = ['innocent', 'innocent-kept', 'innocent-fresh', 'innocent-last', 'innocent-blind'].flatMap(read);
  assert.ok(dialogues.length >= 60);
  const raised = dialogues.filter((dialogue) => angryAtAlarm(dialogue) !== undefined).map(({ title }) => title);
  assert.ok(raised.length <= 4, raised.join(', '));
});

const said = (by: string, text: string, at: number): Felt => ({ ...readTemper(text), by, at });

test('one who rages at one who stays polite is a complaint, not a quarrel', () => {
  const talk = ['你们怎么回事，骗子！', '什么破店，垃圾', '你有病吧，不会做生意就关门', '退钱！不要脸'].flatMap(
    (text, at) => [
      said('客人', text, at * 40_000),
      said('客服', '非常抱歉让您久等了，马上帮您处理', at * 40_000 + 20_000),
    ],
  );
  assert.ok(measureWindow(talk, null).heat < alarmHeat);
});

test('the window forgets after ten minutes, and says who, from where and how many', () => {
  const words = ['你什么意思', '你有病吧', '你才有病', '闭嘴', '你算老几', '滚', '不要脸', '你再骂一句试试'];
  const talk = words.map((text, at) => said(at % 2 ? '乙' : '甲', text, at * 15_000));
  const withOthers = [said('丙', '今天好热', 0), ...talk];
  const heat = measureWindow(withOthers, null);
  assert.ok(heat.heat > 0.9, String(heat.heat));
  assert.deepEqual([...heat.people!].sort(), ['乙', '甲']);
  assert.deepEqual([heat.from, heat.to, heat.messages], [1, 8, 8]);
  assert.equal(measureWindow([...talk, said('丙', '早', heatWindow * 3)], null).heat, 0);
});

test('the usual pace is that of slots with talk, and unknown while there are few', () => {
  const times = Array.from({ length: 40 }, (_, at) => at * heatWindow);
  assert.equal(usualPace(times, 100 * heatWindow), 1);
  assert.equal(usualPace(times.slice(0, 3), 100 * heatWindow), null);
});

test('laughter, quotations and talk of somebody absent are not anger', () => {
  const anger = (text: string) => readTemper(text).anger;
  assert.ok(anger('你有病吧') > 2 * anger('你有病吧哈哈哈哈'));
  assert.ok(anger('他居然说“你有病吧”') < 0.3);
  assert.ok(anger('你才白目') > 0.3 && anger('妳才白目') > 0.3 && anger('明天几点集合') < 0.1);
  assert.ok(anger('滚'.repeat(200_000)) >= 0.3, 'a long line is read to its first part only');
});

test('one alarm a week; a second when it is much hotter, or the first is dealt with; lessons lift the threshold, to a bound', () => {
  const hour = 3_600_000;
  const usual = { perWeek: 1, lessons: 0 };
  const open = [{ at: 0, heat: 0.6, isSettled: false }];
  assert.ok(isWorthTelling({ heat: 0.6, at: 0 }, [], usual));
  assert.ok(!isWorthTelling({ heat: 0.49, at: 0 }, [], usual));
  assert.ok(!isWorthTelling({ heat: 0.7, at: 30 * hour }, open, usual));
  assert.ok(isWorthTelling({ heat: 0.9, at: 30 * hour }, open, usual), 'much hotter');
  assert.ok(isWorthTelling({ heat: 0.6, at: 30 * hour }, [{ ...open[0]!, isSettled: true }], usual));
  assert.ok(
    !isWorthTelling({ heat: 0.6, at: hour / 2 }, [{ ...open[0]!, isSettled: true }], usual),
    'the same quarrel',
  );
  assert.ok(isWorthTelling({ heat: 0.6, at: 8 * 24 * hour }, open, usual));
  assert.ok(!isWorthTelling({ heat: 0.99, at: 0 }, [], { perWeek: 0, lessons: 0 }));
  assert.ok(!isWorthTelling({ heat: 0.55, at: 0 }, [], { perWeek: 1, lessons: 1 }));
  assert.equal(thresholdOf(4), thresholdOf(400));
  assert.ok(thresholdOf(4) < 0.85);
});
