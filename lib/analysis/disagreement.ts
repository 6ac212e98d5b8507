/**
 * Signs of contradiction in a reply. No Chinese group chat with labelled disagreement exists (metrics.md §2.2), so these words and
 * their weights are written by hand: good for pointing at messages that somebody should look at, not for a verdict.
 */

const STRONG =
  /不同意|不认同|不認同|不赞成|反对|反對|不对吧|不對吧|你错|你錯|说错|說錯|才不是|并不是|並不是|哪有|凭什么|憑什麼|胡说|胡說|扯淡|瞎说|质疑|質疑|恰恰相反|不见得|不見得|未必|不可能|没道理|沒道理|站不住脚|有问题吧|太绝对|太絕對|\bdisagree\b|\bthat'?s (?:wrong|not true|nonsense)\b|\byou'?re wrong\b|\bi doubt\b|\bnot true\b|\bincorrect\b|\bno way\b|\bnonsense\b/iu;
const WEAK =
  /^(?:但是?|可是|不过|不過|然而|问题是|問題是|难道|難道|不是吧|不是的|不，|不,|不对|不對)|不一定|我觉得不|我覺得不|我不觉得|我不覺得|没必要|沒必要|^(?:but|no|nope|actually|however|well, but)\b|\bi don'?t (?:think|agree|believe)\b|\bnot really\b|\bnot necessarily\b/iu;

/** 0, .4 or .8: how much a reply looks like contradicting. */
export function readDisagreement(text: string): number {
  if (STRONG.test(text)) return 0.8;
  return WEAK.test(text) ? 0.4 : 0;
}
