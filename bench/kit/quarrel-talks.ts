/** Written dialogues, and calm talk of public rooms and of the sample community, as the quarrel kit takes it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDialogues, type Dialogue } from '../../lib/quarrels/dialogues.ts';
import { readContent, simulate } from '../../server/sample/index.ts';

/** A message of a talk. */
export interface Said {
  by: string;
  at: number;
  text: string;
}

/** The written dialogues of a file. */
export function readWritten(name: string): Dialogue[] {
  const path = fileURLToPath(new URL(`../../lib/quarrels/fixtures/${name}.txt`, import.meta.url));
  return readDialogues(readFileSync(path, 'utf8'));
}

/** Unpacks an archive for the time of `read`; nothing when it is not there. */
function withArchive<Read>(archive: string, read: (folder: string) => Read[]): Read[] {
  if (!existsSync(archive)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'miaohui-quarrels-'));
  try {
    execFileSync('tar', ['-xJf', archive, '-C', folder]);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Three Gitter rooms over four years. */
export function readRooms(data: string): Said[][] {
  return withArchive(join(data, 'gitter-livechat', 'data.tar.xz'), (folder) => {
    const rooms = join(folder, 'data', 'raw');
    return readdirSync(rooms).map((name) =>
      readFileSync(join(rooms, name), 'utf8')
        .split(/\r?\n/)
        .flatMap((line): Said[] => {
          const [, day, by, text] = /^\[([^\]]*)\] <([^>]*)> (.+)$/s.exec(line) ?? [];
          return day && by && text ? [{ at: Date.parse(`${day.replace(' ', 'T')}Z`), by, text }] : [];
        }),
    );
  });
}

/** #ubuntu on IRC, some hours of each of many days; each log is counted as a week of a group. */
export function readChannel(data: string): Said[][] {
  return withArchive(join(data, 'irc-disentanglement', 'train-dev.tar.xz'), (folder) =>
    ['train', 'dev'].flatMap((part) =>
      readdirSync(join(folder, part))
        .filter((name) => name.endsWith('.ascii.txt'))
        .map((name) => {
          let day = 0;
          let last = 0;
          return readFileSync(join(folder, part, name), 'utf8')
            .split('\n')
            .flatMap((line): Said[] => {
              const [, hour, minute, by, text] = /^\[(\d\d):(\d\d)\]\s+<([^>]*)>\s?(.+)$/u.exec(line) ?? [];
              if (!by || !text) return [];
              const at = (Number(hour) * 60 + Number(minute)) * 60_000;
              if (at < last) day += 24 * 3_600_000;
              last = at;
              return [{ at: day + at, by, text }];
            });
        }),
    ),
  );
}

/** The groups of the sample community over ninety days, without the advertisements that are played there. */
export function readSample(): Said[][] {
  const groups = new Map<string, Said[]>();
  const { days } = simulate(readContent(), { seed: 'quarrels', lastWeekday: 0 });
  for (const { number, events } of days) {
    for (const event of events) {
      if (event.kind !== 'say' || event.topic === '广告') continue;
      const said = groups.get(event.group) ?? [];
      groups.set(event.group, said);
      said.push({ by: String(event.person), at: (number * 24 * 3600 + event.second) * 1000, text: event.text });
    }
  }
  return [...groups.values()].map((said) => said.sort((one, other) => one.at - other.at));
}
