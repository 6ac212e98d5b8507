/** The words of a wish that say something: without those of asking itself. */
import { segment } from '../../lib/text/index.ts';

const idle = new Set(
  (
    '我 你 他 她 它 我们 你们 大家 谁 哪位 哪个 一位 一个 一些 有 没有 有没有 是 的 了 着 过 在 和 与 跟 或 及 也 都 就 还 很 最 请 帮 帮忙 帮我 找 想 要 想要 想找 ' +
    '求 求助 需要 需求 希望 认识 结识 寻 寻找 推荐 介绍 能 会 可以 懂 做 干 搞 弄 给 对 把 被 让 从 到 为 吗 呢 吧 啊 呀 哦 人 人士 朋友 老师 群友 各位 方面 相关 经验 ' +
    '一下 一起 怎么 什么 如何 或者 以及 比较 一点 长期 提供 愿意 我能 我会 个 位 些 点 找人 a an the to for of in on at and or with who can i me my someone somebody need want looking find help know do does is are'
  ).split(' '),
);

/** At most so many words of a wish are looked at. */
const most = 12;

/** The words of a text by which people and entries are matched, each once; single characters only when there is nothing else. */
export function readWords(text: string): string[] {
  const words = [...new Set(segment(text))].filter((word) => !idle.has(word));
  const long = words.filter((word) => word.length > 1);
  return (long.length > 0 ? long : words).slice(0, most);
}
