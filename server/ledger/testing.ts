/** A small fair for the ledger's tests: a community with an issuer and two people, and short words to move value. */
import assert from 'node:assert/strict';
import type { Ctx } from '../platform/context.ts';
import { AppError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { balanceOf, openAccount, type Account } from './account.ts';
import { transfer, type TransferResult } from './transfer.ts';

/** What a test works with. */
export interface Fair {
  communityId: string;
  issuer: Account;
  ann: Account;
  bo: Account;
}

/** Words to move value in tests. */
export interface Mover {
  fair: () => Promise<Fair>;
  move: (path: readonly [from: Account, to: Account], amount: number, key?: string) => Promise<TransferResult>;
  /** Moves, insists that it worked, and gives the entry. */
  giveEntry: (from: Account, to: Account, amount: number) => Promise<string>;
  balance: (account: Account) => Promise<[balance: number, owed: number]>;
}

/** Binds the words to a context. */
export function createMover(ctx: Ctx): Mover {
  const open = (communityId: string, kind: 'issuer' | 'identity') => {
    const id = kind === 'issuer' ? communityId : newId();
    return openAccount(ctx, { communityId, owner: { kind, id }, unit: 'points' });
  };
  const move: Mover['move'] = ([from, to], amount, key = newId()) =>
    transfer(ctx, {
      communityId: from.communityId,
      key,
      kind: 'probe.moved',
      legs: [
        { account: from.id, amount: -amount },
        { account: to.id, amount },
      ],
    });
  return {
    move,
    fair: async () => {
      const communityId = newId();
      const issuer = await open(communityId, 'issuer');
      const [ann, bo] = [await open(communityId, 'identity'), await open(communityId, 'identity')];
      return { communityId, issuer, ann, bo };
    },
    giveEntry: async (from, to, amount) => {
      const result = await move([from, to], amount);
      assert.ok(result.ok);
      return result.entryId;
    },
    balance: async (account) => {
      const found = await balanceOf(ctx, { communityId: account.communityId, accountId: account.id });
      return [found.balance, found.owed];
    },
  };
}

/** Whether an error is the expected refusal. */
export function refuses(code: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code;
}
