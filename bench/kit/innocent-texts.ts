/** Texts of public data and of the sample community in which nobody advertises, to count false alarms. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent, simulate } from '../../server/sample/index.ts';
import { readCsvFile } from './labelled-csv.ts';

/** The messages of three Gitter rooms, or nothing when the data is not there. */
export function readGitter(data: string): string[] {
  const archive = join(data, 'gitter-livechat', 'data.tar.xz');
  if (!existsSync(archive)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'miaohui-rules-'));
  try {
    execFileSync('tar', ['-xJf', archive, '-C', folder]);
    const rooms = join(folder, 'data', 'raw');
    return readdirSync(rooms).flatMap((name) =>
      readFileSync(join(rooms, name), 'utf8')
        .split(/\r?\n/)
        .flatMap((line) => /^\[[^\]]*\] <[^>]*> (.+)$/s.exec(line)?.[1] ?? []),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** COLD train: comments, rude and calm, or nothing when the data is not there. */
export function readColdTrain(data: string): string[] {
  const path = join(data, 'cold-offense-zh', 'train.csv');
  return existsSync(path) ? readCsvFile(path).map(({ TEXT }) => TEXT!) : [];
}

/** What people of the sample community say in ninety days, each sentence once, without the advertisements that are played there. */
export function readSampleTalk(): string[] {
  const said = new Set<string>();
  for (const { events } of simulate(readContent(), { seed: 'rules', lastWeekday: 0 }).days)
    for (const event of events) if (event.kind === 'say' && event.topic !== '广告') said.add(event.text);
  return [...said];
}
