import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText, showMessage, showTime } from '../testing.ts';

const COLUMNS = 'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender';

test('WeChatMsg CSV: types, quotes in XML, system rows, a short row', async () => {
  const { messages, events, report, format } = await readText(
    `\ufeff${COLUMNS}
1,5,1,0,0,1767344400,2,"大家好,早",2026-01-02 17:00:00,,小陶,wxid_a
2,5,3,0,1,1767344409,2,<msg><img/></msg>,2026-01-02 17:00:09,老穆,穆,wxid_b
3,5,49,57,0,1767344420,2,"<msg><appmsg><title>我也去</title><type>57</type><refermsg><type>1</type><svrid>77</svrid><chatusr>wxid_a</chatusr><displayname>小陶</displayname><content>大家好&amp;早</content></refermsg></appmsg></msg>",2026-01-02 17:00:20,,阿鲁,wxid_c
4,5,10000,0,0,1767344430,2,"""小陶""邀请""阿泽、阿琳""加入了群聊",2026-01-02 17:00:30,,,
5,5,1,0,0,1767344440
6,5,1,0,0,1767344450,2,"@小陶\u2005几点?",2026-01-02 17:00:50,,阿鲁,wxid_c
`,
    { name: '风筝会.csv' },
  );
  assert.equal(format, 'wechatmsg');
  assert.deepEqual(
    messages.map(({ author, kind, text }) => [author.name, author.externalId, kind, text]),
    [
      ['小陶', 'wxid_a', 'text', '大家好,早'],
      ['老穆', 'wxid_b', 'image', ''],
      ['阿鲁', 'wxid_c', 'text', '我也去'],
      ['阿鲁', 'wxid_c', 'text', '@小陶\u2005几点?'],
    ],
  );
  assert.equal(showTime(messages[0]?.at ?? 0), '2026-01-02T09:00:00');
  assert.equal(messages[0]?.zoneKnown, true);
  assert.equal(messages[1]?.author.isSelf, true);
  assert.deepEqual(messages[2]?.replyTo, {
    externalId: '77',
    authorId: 'wxid_a',
    authorName: '小陶',
    text: '大家好&早',
  });
  assert.deepEqual(messages[3]?.mentions, [{ name: '小陶' }]);
  assert.deepEqual(events[0]?.targets, [{ name: '阿泽' }, { name: '阿琳' }]);
  assert.equal(messages[0]?.group?.name, '风筝会');
  assert.deepEqual(
    report.unknownSamples.map(({ line }) => line),
    [6],
  );
});

test('chatlog JSON: group, quote, share, system row', async () => {
  const { messages, events, format } = await readText(`[
 {"seq":1767344400001,"time":"2026-01-02T17:00:00+08:00","talker":"9@chatroom","talkerName":"风筝会","isChatRoom":true,"sender":"wxid_a","senderName":"小陶","isSelf":false,"type":1,"subType":0,"content":"大家好"},
 {"seq":1767344409001,"time":"2026-01-02T17:00:09+08:00","talker":"9@chatroom","talkerName":"风筝会","isChatRoom":true,"sender":"wxid_b","senderName":"老穆","isSelf":true,"type":49,"subType":57,"content":"好呀","contents":{"refer":{"seq":1767344400001,"sender":"wxid_a","senderName":"小陶","type":1,"content":"大家好"}}},
 {"seq":1767344420001,"time":"2026-01-02T17:00:20+08:00","talker":"9@chatroom","isChatRoom":true,"sender":"wxid_b","senderName":"老穆","type":49,"subType":5,"content":"","contents":{"title":"放飞指南","url":"https://example.com"}},
 {"seq":1767344430001,"time":"2026-01-02T17:00:30+08:00","talker":"9@chatroom","isChatRoom":true,"sender":"系统消息","senderName":"","type":10000,"subType":0,"content":"\\"老穆\\" 撤回了一条消息"},
 {"seq":1767344440001,"time":"soon","talker":"9@chatroom","sender":"wxid_b","type":1,"content":"x"}
]`);
  assert.equal(format, 'chatlog-json');
  assert.deepEqual(messages.map(showMessage), [
    '2026-01-02T09:00:00 小陶: 大家好',
    '2026-01-02T09:00:09 老穆: 好呀',
    '2026-01-02T09:00:20 老穆: 放飞指南',
  ]);
  assert.deepEqual(messages[1]?.replyTo, {
    externalId: '1767344400001',
    authorId: 'wxid_a',
    authorName: '小陶',
    text: '大家好',
  });
  assert.deepEqual(messages[2]?.group, { externalId: '9@chatroom', name: '风筝会', kind: 'group' });
  assert.equal(messages[2]?.kind, 'link');
  assert.deepEqual([events[0]?.kind, events[0]?.actor?.name], ['recall', '老穆']);
});

test('chatlog CSV and text', async () => {
  const csv = await readText(
    'Time,SenderName,Sender,TalkerName,Talker,Content\n2026-01-02 17:00:00,小陶,wxid_a,风筝会,9@chatroom,"大家好\n早"\n2026-01-02 17:00:09,老穆,wxid_b,风筝会,9@chatroom,![图片](http://x)\n',
  );
  assert.equal(csv.format, 'chatlog-csv');
  assert.deepEqual(
    csv.messages.map(({ kind, author }) => [kind, author.externalId]),
    [
      ['text', 'wxid_a'],
      ['image', 'wxid_b'],
    ],
  );
  const text = await readText(
    '小陶(wxid_a) [风筝会(9@chatroom)] 12-31 23:59:58\n大家好\n第二行\n\n老穆(wxid_b) 01-01 00:00:09\n新年好\n',
    {
      day: '2025-12-31',
    },
  );
  assert.equal(text.format, 'chatlog-text');
  assert.deepEqual(text.messages.map(showMessage), [
    '2025-12-31T23:59:58 小陶: 大家好 第二行',
    '2026-01-01T00:00:09 老穆: 新年好',
  ]);
  assert.equal(text.messages[0]?.group?.externalId, '9@chatroom');
});

test('text pasted from the desktop client, name and time on their own lines', async () => {
  const { messages, events, format, report } = await readText(`小陶
2026年1月2日 17:00
大家好

周末放风筝吗？
老穆
2026年1月2日 下午5:01
[图片]
阿鲁
2026年1月2日 17:02
「小陶：周末放风筝吗？」
- - - - - - - - - - - - - - -
去
系统消息
2026年1月2日 17:03
"老穆" 撤回了一条消息
`);
  assert.equal(format, 'wechat-paste');
  assert.deepEqual(messages.map(showMessage), [
    '2026-01-02T17:00:00 小陶: 大家好 周末放风筝吗？',
    '2026-01-02T17:01:00 老穆: [图片]',
    '2026-01-02T17:02:00 阿鲁: 去',
  ]);
  assert.equal(messages[1]?.kind, 'image');
  assert.deepEqual(messages[2]?.replyTo, { authorName: '小陶', text: '周末放风筝吗？' });
  assert.equal(events[0]?.kind, 'recall');
  assert.deepEqual(report.assumptions, [{ code: 'zone_missing' }]);
});

test('pasted text with partial dates leans on the day of copying', async () => {
  const text = '小陶 昨天 23:59\n晚安\n老穆\n星期五 08:00\n早\n小陶\n09:30\n出发\n';
  const told = await readText(text, { day: '2026-01-04' });
  assert.deepEqual(told.messages.map(showMessage), [
    '2026-01-03T23:59:00 小陶: 晚安',
    '2026-01-02T08:00:00 老穆: 早',
    '2026-01-02T09:30:00 小陶: 出发',
  ]);
  const untold = await readText('小陶\n23:50\n晚安\n老穆\n00:10\n早\n');
  assert.equal((untold.messages[1]?.at ?? 0) - (untold.messages[0]?.at ?? 0), 20 * 60_000);
  assert.deepEqual(untold.report.assumptions[0], { code: 'day_assumed', value: '2000-01-01' });
});

test('WeFlow and EchoTrace JSON, with a wrong count', async () => {
  const { messages, events, report, format } =
    await readText(`{"weflow":{"version":"1"},"session":{"wxid":"9@chatroom","nickname":"风筝会","remark":"","type":"群聊","messageCount":5},"messages":[
 {"localId":1,"createTime":1767344400,"formattedTime":"x","type":"文本消息","content":"大家好","isSend":0,"senderUsername":"wxid_a","senderDisplayName":"小陶"},
 {"localId":2,"createTime":1767344409,"type":"引用消息","content":"<msg><title>好呀</title><refermsg><chatusr>wxid_a</chatusr><content>大家好</content></refermsg></msg>","isSend":1,"senderUsername":"wxid_b","senderDisplayName":"老穆"},
 {"localId":3,"createTime":1767344410,"type":"红包卡片","content":"恭喜","isSend":null,"senderUsername":"wxid_b","senderDisplayName":"老穆"},
 {"localId":4,"createTime":1767344420,"type":"系统消息","content":"\\"阿泽\\"通过扫描\\"小陶\\"分享的二维码加入群聊","isSend":null,"senderUsername":""}]}`);
  assert.equal(format, 'weflow');
  assert.deepEqual(
    messages.map(({ author, kind, text }) => [author.name, kind, text]),
    [
      ['小陶', 'text', '大家好'],
      ['老穆', 'text', '好呀'],
      ['老穆', 'red_packet', '恭喜'],
    ],
  );
  assert.deepEqual(messages[1]?.replyTo, { authorId: 'wxid_a', text: '大家好' });
  assert.deepEqual([events[0]?.kind, events[0]?.actor?.name], ['join', '阿泽']);
  assert.deepEqual(
    report.problems.map(({ code, detail }) => [code, detail]),
    [['count_mismatch', '5/4']],
  );
});

test('ChatLab as one document and as lines', async () => {
  const meta = '{"name":"风筝会","platform":"wechat","type":"group","groupId":"9"}';
  const member = '"platformId":"a","accountName":"陶","groupNickname":"小陶"';
  const rows = [
    '"sender":"a","accountName":"陶","groupNickname":"小陶","timestamp":1767344400,"type":0,"content":"大家好","platformMessageId":"m1"',
    '"sender":"b","accountName":"老穆","timestamp":1767344409,"type":25,"content":"好呀","platformMessageId":"m2","replyToMessageId":"m1"',
    '"sender":"b","accountName":"老穆","timestamp":1767344410,"type":1,"content":null',
    '"sender":"s","accountName":"系统","timestamp":1767344411,"type":80,"content":"\\"阿泽\\"退出了群聊"',
  ];
  const whole = `{"chatlab":{"version":"0.0.1","exportedAt":1},"meta":${meta},"members":[{${member}}],"messages":[{${rows.join('},{')}}]}`;
  const lines = [`{"_type":"header","chatlab":{"version":"0.0.1"},"meta":${meta}}`, `{"_type":"member",${member}}`]
    .concat(rows.map((row) => `{"_type":"message",${row}}`))
    .join('\n');
  for (const [text, expected] of [
    [whole, 'chatlab'],
    [lines, 'chatlab-jsonl'],
  ] as const) {
    const { messages, events, format } = await readText(text);
    assert.equal(format, expected);
    assert.deepEqual(messages.map(showMessage), [
      '2026-01-02T09:00:00 小陶: 大家好',
      '2026-01-02T09:00:09 老穆: 好呀',
      '2026-01-02T09:00:10 老穆: ',
    ]);
    assert.deepEqual(messages[1]?.replyTo, { externalId: 'm1' });
    assert.deepEqual(messages[0]?.group, { name: '风筝会', externalId: '9', kind: 'group' });
    assert.deepEqual([events[0]?.kind, events[0]?.actor?.name], ['leave', '阿泽']);
  }
});

test('qq-chat-exporter JSON', async () => {
  const { messages, events, format } =
    await readText(`{"metadata":{"name":"QQChatExporter V4","version":"4.0"},"chatInfo":{"name":"风筝会","type":"group"},"statistics":{},"messages":[
 {"messageId":"1","timestamp":1767344400000,"sender":{"uid":"u_a","uin":"10001","name":"陶"},"messageType":2,"isSystemMessage":false,"isRecalled":false,"content":{"text":"大家好","resources":[],"emojis":[]},"rawMessage":{"senderUin":"10001","sendNickName":"陶","sendMemberName":"小陶"}},
 {"messageId":"2","timestamp":1767344409000,"sender":{"uid":"u_b","uin":"10002","name":"老穆"},"isSystemMessage":false,"isRecalled":true,"content":{"text":"","resources":[{"type":"image","filename":"a.png"}],"reply":{"referencedMessageId":"1","senderName":"小陶","content":"大家好"}}},
 {"messageId":"3","timestamp":1767344410000,"sender":{"uid":"","name":""},"isSystemMessage":true,"content":{"text":"阿鲁加入了群聊"}}],"avatars":{}}`);
  assert.equal(format, 'qq-exporter');
  assert.deepEqual(
    messages.map(({ author, kind, recalled, at }) => [author.name, author.externalId, kind, recalled, showTime(at)]),
    [
      ['小陶', '10001', 'text', undefined, '2026-01-02T09:00:00'],
      ['老穆', '10002', 'image', true, '2026-01-02T09:00:09'],
    ],
  );
  assert.deepEqual(messages[1]?.replyTo, { externalId: '1', authorName: '小陶', text: '大家好' });
  assert.deepEqual([events[0]?.kind, events[0]?.actor?.name], ['join', '阿鲁']);
});
