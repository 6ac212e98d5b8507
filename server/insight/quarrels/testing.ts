/** What two people throw at each other, in turn; every line is an angry one. */
export const angryWords: readonly string[] = [
  '你昨天当着大家的面说我，什么意思',
  '我说的是事实，你心虚什么',
  '你有病吧，管好你自己',
  '你才有病，不可理喻',
  '你算老几，轮不到你教训我',
  '闭嘴吧，没人想听你说话',
  '不要脸，就会背后说坏话',
  '你再说一遍试试',
  '说就说，谁怕谁',
  '滚，以后别跟我讲话',
];
