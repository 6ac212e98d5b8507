/** Whether two lines speak about the same thing: the promise that a quote in the sample talk is never beside the point. */

/** Pairs of characters that stand in talk about anything. */
const empty = new Set(
  (
    '我们 你们 他们 大家 什么 怎么 这个 那个 一个 一下 可以 没有 就是 不是 还是 有没 有人 不要 不会 不能 不用 知道 觉得 真的 时候 ' +
    '今天 明天 昨天 现在 已经 这么 那么 多少 谢谢 哈哈 好的 好吧 好像 感觉 咱们 自己 起来 出来 下来 上来 过来 一起 所以 但是 因为 ' +
    '如果 然后 这种 那种 这样 那样 一样 一直 一点 有点 两个 几个 是不 不知 还有 也是 都是 是我 我也 我家 你家 的人 的时 了吗 了啊 ' +
    '的话 的是 了一 是一 在群 群里 有一 也有 就好 也不 都不 说的 是真 真是 不过 其实 可能 应该 需要 必须 直接 特别 非常 而且 或者'
  ).split(' '),
);

/** The pairs of Chinese characters and the longer Latin words or numbers of a line that say what it is about. */
export function themesOf(text: string): Set<string> {
  const themes = new Set<string>();
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    const chars = [...run];
    for (let at = 0; at + 1 < chars.length; at++) {
      const pair = chars[at]! + chars[at + 1]!;
      if (!empty.has(pair)) themes.add(pair);
    }
  }
  for (const word of text.match(/[A-Za-z]{3,}|\d{2,}/g) ?? []) themes.add(word.toLowerCase());
  return themes;
}

/** Whether both speak of one thing: a word of the topic in each, or something that both name. */
export function shareTheme(one: string, other: string, topicWords: readonly string[]): boolean {
  const speaksOfTopic = (text: string) => topicWords.some((word) => text.includes(word));
  if (speaksOfTopic(one) && speaksOfTopic(other)) return true;
  const themes = themesOf(one);
  return [...themesOf(other)].some((theme) => themes.has(theme));
}
