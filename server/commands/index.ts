import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { diagnoseCommand } from './diagnose/diagnose.ts';
import { doctorCommand } from './doctor.ts';
import { restoreCommand } from './restore.ts';
import { sampleCommand } from './sample.ts';
import { startCommand } from './start.ts';
import { tokenCreateCommand } from './token.ts';
import { userAddCommand } from './user.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  diagnoseCommand,
  sampleCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  userAddCommand,
  tokenCreateCommand,
];

/** The command that the first words name (`user add EMAIL` → `user add`), and the words after it. */
export function findCommand(args: readonly string[]): { command: Command; rest: string[] } | undefined {
  for (const command of commands) {
    const words = command.name.split(' ');
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) };
  }
  return undefined;
}
