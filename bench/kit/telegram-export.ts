/**
 * Writes exports of Telegram Desktop with the shape of real groups: few who say much and many who say little, talk in bursts and by
 * the hour of the day, answers that quote, questions, pictures, joins. Texts are put together from invented sentences in two languages.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Random } from '../../lib/stats/random.ts';

/** What the group is like. */
export interface ExportPlan {
  messages: number;
  people: number;
  days: number;
  seed: string;
  name?: string;
  /** The last day of the log. */
  until?: Date;
  lang?: 'zh' | 'en' | 'both';
}

const DAY = 86_400_000;
const BURST = 8;
const QUOTED = 0.25;
const SURNAMES = [...'陶穆鲁阮许谭叶周马何沈温江柳'];
const GIVEN = ['三冬', '然', '既白', '知秋', '青禾', '晚舟', '小满', '一鸣', '南枝', '听雨', '与安', '照'];
const LATIN = ['Tova', 'Milo', 'Rune', 'Ines', 'Kofi', 'Lena', 'Pavel', 'Noor', 'Sami', 'Edda', 'Bram', 'Yuki'];
const THINGS = ['砂锅', '铁锅', '米粥', '酸面团', '豆瓣酱', '冬笋', '腊肉', '电磁炉', '蒸笼', '高汤', '发面', '辣油'];
const ACTS = [
  '先泡一刻钟',
  '小火慢慢熬',
  '提前一晚拌好',
  '用凉水激一下',
  '擦一层薄油',
  '盖上湿布醒着',
  '撇干净浮沫',
  '少放一点盐',
];
const SHORT = ['好', '收到', '哈哈哈', '早', '谢谢', '+1', '厉害', '晚安', '嗯嗯', '在吗'];
const THINGS_EN = [
  'the filter',
  'this recipe',
  'a cast iron pan',
  'my sourdough',
  'the meetup',
  'that link',
  'the new grinder',
];
const ACTS_EN = [
  'let it rest overnight',
  'turn the heat down',
  'rinse it twice',
  'ask in the shop',
  'try it with less salt',
];
/** Rare words: signs put together, so that no two messages are quite alike. */
const SIGNS = [
  ...'春夏秋冬山水云雨风花竹松梅兰茶酒灯桥船路城门院井田林溪湖海沙石玉金银铜木火土星月日夜晨暮霜雪露雾虹琴棋书画诗歌舞鼓笛伞扇帆窗瓦砖纸墨笔砚线针布丝麻棉',
];
const SHORT_EN = ['ok', 'lol', 'thanks!', 'morning', '+1', 'nice one', 'haha', 'same here'];

/** Writes one export; resolves with its number of bytes. */
export async function writeTelegramExport(path: string, plan: ExportPlan): Promise<number> {
  const out = createWriteStream(path);
  let bytes = 0;
  const write = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(
    `{\n "name": ${JSON.stringify(plan.name ?? '灶边')},\n "type": "private_supergroup",\n "id": ${1_000_000 + (new Random(plan.seed).bits() >>> 8)},\n "messages": [\n`,
  );
  let piece = '';
  for (const row of listRows(plan)) {
    piece += row;
    if (piece.length > 1 << 17) {
      await write(piece);
      piece = '';
    }
  }
  await write(`${piece}\n ]\n}\n`);
  out.end();
  await once(out, 'close');
  return bytes;
}

interface Author {
  name: string;
  id: string;
}

/** The rows of the export, one after the other, with commas between them. */
export function* listRows(plan: ExportPlan): Generator<string> {
  const random = new Random(plan.seed);
  const people = Array.from({ length: plan.people }, (_, at) => makeAuthor(at));
  const until = plan.until?.getTime() ?? Date.UTC(2026, 1, 27);
  const gap = (plan.days * DAY) / Math.max(1, plan.messages / BURST);
  let at = until - plan.days * DAY;
  let id = 0;
  while (id < plan.messages) {
    at = toWaking(at + gap * -Math.log(1 - random.uniform()), random);
    const talkers = Array.from(
      { length: 2 + Math.floor(random.uniform() * 4) },
      () => people[pickZipf(people.length, random)]!,
    );
    const first = id + 1;
    const length = Math.min(plan.messages - id, 1 + Math.floor(random.uniform() * 2 * BURST));
    let time = at;
    for (let step = 0; step < length; step += 1) {
      id += 1;
      time += 1000 + Math.floor(-Math.log(1 - random.uniform()) * 45_000);
      const author = talkers[Math.floor(random.uniform() * talkers.length)]!;
      const quotes = step > 0 && random.uniform() < QUOTED ? first + Math.floor(random.uniform() * step) : undefined;
      yield `${id === 1 ? '' : ',\n'}${writeMessage({ id, time, author, quotes }, plan, random)}`;
    }
  }
}

/** Few people speak at night: what falls there moves to the morning or the evening. */
function toWaking(at: number, random: Random): number {
  const hour = (new Date(at).getUTCHours() + 8) % 24;
  return hour >= 1 && hour < 7 && random.uniform() < 0.9 ? at + (random.uniform() < 0.5 ? 6 : 13) * 3_600_000 : at;
}

function pickZipf(count: number, random: Random): number {
  return Math.min(count - 1, Math.floor(count ** random.uniform()) - 1 + Math.floor(random.uniform() * 2));
}

function makeAuthor(at: number): Author {
  const latin = at % 3 === 2;
  const round = Math.floor(at / (latin ? LATIN.length * 3 : SURNAMES.length * GIVEN.length));
  const name = latin
    ? LATIN[Math.floor(at / 3) % LATIN.length]!
    : SURNAMES[at % SURNAMES.length]! + GIVEN[(at * 5 + Math.floor(at / 14)) % GIVEN.length]!;
  return { name: latin && at > 36 ? `${name}${at}` : round > 0 ? `${name}${round}` : name, id: `user${100_000 + at}` };
}

interface Row {
  id: number;
  time: number;
  author: Author;
  quotes: number | undefined;
}

function writeMessage({ id, time, author, quotes }: Row, plan: ExportPlan, random: Random): string {
  const seconds = Math.floor(time / 1000);
  const local = new Date(seconds * 1000 + 8 * 3_600_000).toISOString().slice(0, 19);
  const when = `"date": "${local}", "date_unixtime": "${seconds}"`;
  if (random.uniform() < 0.01)
    return `  {"id": ${id}, "type": "service", ${when}, "actor": "${author.name}", "actor_id": "${author.id}", "action": "join_group_by_link", "inviter": "Group", "text": "", "text_entities": []}`;
  const who = `"from": "${author.name}", "from_id": "${author.id}"`;
  const reply = quotes === undefined ? '' : `"reply_to_message_id": ${quotes}, `;
  if (random.uniform() < 0.06)
    return `  {"id": ${id}, "type": "message", ${when}, ${who}, ${reply}"photo": "(File not included. Change data exporting settings to download.)", "width": 960, "height": 1280, "text": "", "text_entities": []}`;
  const text = JSON.stringify(writeText(plan.lang ?? 'both', random));
  return `  {"id": ${id}, "type": "message", ${when}, ${who}, ${reply}"text": ${text}, "text_entities": [{"type": "plain", "text": ${text}}]}`;
}

function writeText(lang: 'zh' | 'en' | 'both', random: Random): string {
  const english = lang === 'en' || (lang === 'both' && random.uniform() < 0.3);
  const pick = (list: readonly string[]): string => list[Math.floor(random.uniform() * list.length)]!;
  const dice = random.uniform();
  if (english) {
    if (dice < 0.3) return pick(SHORT_EN);
    if (dice < 0.5) return `how do you do ${pick(THINGS_EN)} without burning it?`;
    return `with ${pick(THINGS_EN)} I ${pick(ACTS_EN)} and then ${pick(ACTS_EN)}, ${Math.floor(random.uniform() * 90)} minutes in all`;
  }
  if (dice < 0.3) return pick(SHORT);
  if (dice < 0.45) return `${pick(THINGS)}怎么弄才不糊？要不要${pick(ACTS)}？`;
  if (dice < 0.47)
    return `新到的${pick(THINGS)}，限时 ${Math.floor(random.uniform() * 90)} 元，链接 https://shop.example/${Math.floor(random.uniform() * 999)}`;
  const rare = (): string => pick(SIGNS) + pick(SIGNS);
  return `${rare()}${pick(THINGS)}我是${pick(ACTS)}，${rare()}和${rare()}${pick(ACTS)}，大概 ${5 + Math.floor(random.uniform() * 60)} 分钟，${rare()}也一样`;
}
