/** Cards of a crowd, on seven of ten of its people, with few cities and trades and many different lines; and what may be found of everybody. */
import type { Client } from 'pg';

const cities = '上海 北京 深圳 杭州 广州 成都 武汉 南京 苏州 西安 长沙 青岛 厦门 宁波 合肥 昆明'.split(' ');
const trades = '跨境电商 教育 医疗 餐饮 金融 制造 设计 法律 物流 农业 软件 媒体'.split(' ');
const works = '老师 律师 医生 店主 会计 摄影师 程序员 设计师 产品经理 营养师 翻译 采购'.split(' ');
const offers =
  '可以帮忙看合同 做亚马逊选品三年 会写短视频脚本 有仓库可以代发 能介绍会计师 教小朋友画画 会修砂锅 帮你改简历'.split(
    ' ',
  );
const needs = '找靠谱的货代 想认识做私域的朋友 需要一位平面设计 找同城跑步搭子 求推荐儿科医生 想学直播带货'.split(' ');

/** Writes the cards, once; true when they are new, so that what may be found has to be made. */
export async function fillCards(database: Client, communityId: string): Promise<boolean> {
  const { rows } = await database.query(`select from people_persons where community_id = $1 and card <> '{}' limit 1`, [
    communityId,
  ]);
  if (rows.length > 0) return false;
  const pick = (list: number, by: string) => `($${list}::text[])[1 + (${by}) % cardinality($${list}::text[])]`;
  const line = (text: string) => `jsonb_build_object('text', ${text}, 'visibility', 'groups')`;
  await database.query(
    `update people_persons p set
       card = case when n % 10 < 7 then jsonb_build_object('city', ${line(pick(2, 'n * n'))}, 'industry', ${line(pick(3, 'n / 16'))},
         'profession', ${line(pick(4, 'n / 3'))}, 'offers', ${line(`${pick(5, 'n / 7')} || '，编号' || n % 3000`)},
         'needs', ${line(pick(6, 'n / 5'))}) else '{}'::jsonb end,
       privacy = case when n % 5 = 0 then '{"findable": true}'::jsonb else '{}'::jsonb end
     from (select id, row_number() over (order by id) as n from people_persons where community_id = $1) numbered
     where p.community_id = $1 and p.id = numbered.id`,
    [communityId, cities, trades, works, offers, needs],
  );
  await database.query(
    `insert into introductions_stale select community_id, id from people_identities
     where community_id = $1 and person_id is not null on conflict do nothing`,
    [communityId],
  );
  return true;
}
