/** Talks written by hand, with invented people and the links that a reader would draw. */
import type { Row } from './testing.ts';

/** A buying group in Chinese: names by @, two topics at once. */
export const buyingGroup: readonly Row[] = [
  [0, '小满', '大家早上好,今天的团购几点截单?'],
  [1, '老周', '@小满 中午十二点截单', 0],
  [1.4, '阿珍', '请问有人用过新出的空气炸锅吗'],
  [2, '小满', '@老周 好的,那我先下单', 1],
  [2.5, '木木', '@阿珍 我用过空气炸锅,烤鸡翅很好吃', 2],
  [3, '老周', '@小满 记得填楼栋号', 3],
  [3.3, '阿珍', '@木木 多少钱买的呀', 4],
  [3.6, '小满', '@老周 填好了,3 栋 201', 5],
  [4, '木木', '@阿珍 299,上周活动价', 6],
  [4.5, '阿珍', '@木木 谢谢,我也去买一个', 8],
  [65, '大刘', '各位,物业说今晚停水吗?'],
  [66, '老周', '@大刘 对,十点到十二点停水', 10],
  [66.5, '大刘', '@老周 收到,谢谢', 11],
];

/** Two people who never name each other. */
export const pair: readonly Row[] = [
  [0, '林姐', '你到了吗'],
  [0.5, '阿哲', '快了,还有两站', 0],
  [1, '林姐', '好,我在 B 口等你', 1],
  [1.4, '阿哲', '行', 2],
  [9, '林姐', '看到你了', 3],
];

/** A help channel in English: newcomers ask, names before a colon, a person goes on alone. */
export const helpChannel: readonly Row[] = [
  [0, 'mia', 'hi, how do I mount a usb disk that is not shown?'],
  [1, 'tomas', 'mia: is it in the output of lsblk?', 0],
  [1.2, 'rosa', 'anyone here using the new kernel with wifi problems?'],
  [2, 'mia', 'tomas: yes, as sdb1', 1],
  [2.3, 'jun', 'rosa: which card?', 2],
  [3, 'tomas', 'mia: then mount /dev/sdb1 /mnt', 3],
  [3.5, 'rosa', 'jun: an old atheros one', 4],
  [4, 'mia', 'tomas: that worked, thanks!', 5],
  [4.4, 'jun', 'rosa: blacklist the acer module', 6],
  [5, 'rosa', 'jun: trying', 8],
];
