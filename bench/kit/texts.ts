/** What people in a group might say: made from a vocabulary with a skewed frequency, the same for the same seed. */

/** Numbers in [0, 1) that look random and repeat for a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const common = [
  ...'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开',
];
const phrases =
  '今天 打卡 早安 晚安 收到 谢谢 老师 作业 大家 群里 链接 活动 报名 优惠 下单 快递 到货 好吃 推荐 孩子 妈妈 周末 天气 跑步 读书 分享 笔记 问题 答案 视频 照片 一起 加油 厉害 明天 时间 地址 价格 质量 会议 直播 开始 结束 恭喜 欢迎 新人 请问 怎么 可以 已经 需要 觉得 喜欢 哈哈哈 辛苦了 没问题'.split(
    ' ',
  );
const words = 'ok hello app vip link https order free test live pdf excel wifi'.split(' ');

/** Makes texts of 2 to some 60 characters, mostly Chinese; one in twelve holds a word in Latin letters. */
export function createSpeaker(random: () => number): () => string {
  // Squaring twice makes the first entries common and the last ones rare, roughly as words are.
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() ** 2 * list.length)]!;
  const rare = () => String.fromCodePoint(0x4e00 + Math.floor(random() ** 3 * 6000));
  return () => {
    const parts: string[] = [];
    const length = 1 + Math.floor(random() ** 2 * 20);
    for (let at = 0; at < length; at++) {
      const what = random();
      if (what < 0.45) parts.push(pick(phrases));
      else if (what < 0.85) parts.push(pick(common));
      else parts.push(rare());
      if (random() < 0.12) parts.push('，');
    }
    if (random() < 0.08) parts.push(` ${pick(words)}`);
    return parts.join('');
  };
}
