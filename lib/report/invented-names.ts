/** Names that nobody bears: two words from nature, so that a page stays readable and nobody is meant. */
import type { ReportLanguage } from './words.ts';

const FIRST_ZH = '青 白 墨 朱 金 玉 云 雨 雪 霜 露 月 星 晨 晚 春 夏 秋 冬 山 溪 湖 海 竹 松 梅 兰 荷 桂 枫'.split(' ');
const SECOND_ZH = '雀 燕 鹤 鹿 鲤 蝉 萤 舟 帆 灯 伞 笛 琴 鼓 砚 茶 米 糖 姜 杏 梨 桃 枣 橘 柚 栗 莲 苔 石 瓦'.split(
  ' ',
);
const FIRST_EN =
  'Amber Ash Birch Bramble Cedar Clover Copper Coral Dune Ember Fern Flint Frost Hazel Heath Ivory Juniper Larch Lilac Maple Marsh Meadow Moss Olive Pebble Pine Quartz River Saffron Willow'.split(
    ' ',
  );
const SECOND_EN =
  'Badger Bee Crane Cricket Dove Egret Falcon Finch Fox Gull Hare Heron Jay Kestrel Lark Linnet Marten Moth Newt Otter Owl Plover Raven Robin Seal Sparrow Stoat Swift Thrush Wren'.split(
    ' ',
  );
const ROOMS_ZH = '竹里 松下 溪边 桥头 巷口 檐下 灯前 山脚 湖畔 井旁'.split(' ');
const ROOMS_EN = 'Bamboo Pine Brook Bridge Lane Porch Lantern Hill Lake Well'.split(' ');

/** The invented name with a number; beyond nine hundred they are told apart by figures. */
export function inventPerson(lang: ReportLanguage, number: number): string {
  const [first, second] = lang === 'en' ? [FIRST_EN, SECOND_EN] : [FIRST_ZH, SECOND_ZH];
  const round = Math.floor(number / (first.length * second.length));
  // Steps that share no factor with the lists: neighbours in number do not look alike.
  const one = first[(number * 7) % first.length]!;
  const other = second[(Math.floor(number / first.length) * 11 + number * 13) % second.length]!;
  const name = lang === 'en' ? `${one} ${other}` : `小${one}${other}`;
  return round === 0 ? name : `${name}${round + 1}`;
}

/** The invented name of a room. */
export function inventGroup(lang: ReportLanguage, number: number): string {
  const rooms = lang === 'en' ? ROOMS_EN : ROOMS_ZH;
  const round = Math.floor(number / rooms.length);
  const name = lang === 'en' ? `${rooms[number % rooms.length]!} Room` : `${rooms[number % rooms.length]!}群`;
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** Steady number of a text, for choosing. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
