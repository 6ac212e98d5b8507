/** Chats without an end, as pieces of bytes: what a reader gets that is fed from a pipe for days. */
import type { Source } from '../../lib/history/index.ts';

const people = 500;
const perPiece = 400;
const words = [
  '早',
  '今天谁去爬山',
  'has anybody tried the new filter?',
  '收到',
  '我昨天试了，水温再低两度就好',
  '哈哈哈',
];

/** An endless WhatsApp text. */
export function endlessText(): Source {
  return makeEndless('chat.txt', '', (number) => {
    const at = new Date(Date.UTC(2024, 0, 13) + number * 7000);
    const [day, clock] = at.toISOString().split('T') as [string, string];
    return `${day.split('-').reverse().join('/')}, ${clock.slice(0, 5)} - ${nameOf(number)}: ${textOf(number)}\n`;
  });
}

/** An endless Telegram export. */
export function endlessJson(): Source {
  return makeEndless('result.json', '{"name":"K","type":"private_group","id":1,"messages":[\n', (number) => {
    const seconds = 1_705_000_000 + number * 7;
    return `{"id":${number},"type":"message","date":"${new Date(seconds * 1000).toISOString().slice(0, 19)}","date_unixtime":"${seconds}","from":"${nameOf(number)}","from_id":"user${number % people}","text":"${textOf(number)}"},\n`;
  });
}

function nameOf(number: number): string {
  return `书友${number % people}`;
}

function textOf(number: number): string {
  return `${words[number % words.length]!} ${number}`;
}

function makeEndless(name: string, head: string, write: (number: number) => string): Source {
  return {
    name,
    once: true,
    async *bytes() {
      const encoder = new TextEncoder();
      yield encoder.encode(head);
      for (let number = 1; ; number += perPiece) {
        let piece = '';
        for (let at = 0; at < perPiece; at++) piece += write(number + at);
        yield encoder.encode(piece);
      }
    },
  };
}
