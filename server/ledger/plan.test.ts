import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '../platform/errors.ts';
import { checkLegs, maxAmount, mergeLegs, planEntry, type AccountState, type Book, type Leg } from './plan.ts';

function bookOf(...states: (Partial<AccountState> & { id: string })[]): Book {
  const full = states.map((state): AccountState => ({
    kind: 'identity',
    unit: 'points',
    balance: 0,
    postings: 0,
    debtId: null,
    closed: false,
    ...state,
  }));
  return new Map(full.map((state) => [state.id, state]));
}

const issuer = { id: 'issuer', kind: 'issuer', balance: null } as const;
const refusing = { mayOwe: false, makeId: () => assert.fail('no debt is opened') };
const reversing = { mayOwe: true, makeId: () => 'debt' };

function balances(book: Book): Record<string, number | null> {
  return Object.fromEntries([...book].map(([id, state]) => [id, state.balance]));
}

function code(expected: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === expected;
}

test('legs of one account are added up and sorted', () => {
  const merged = mergeLegs([
    { account: 'b', amount: 5 },
    { account: 'a', amount: -2 },
    { account: 'a', amount: -3 },
  ]);
  assert.deepEqual(merged, [
    { account: 'a', amount: -5 },
    { account: 'b', amount: 5 },
  ]);
});

for (const [name, legs, expected] of [
  ['one leg', [{ account: 'a', amount: 1 }], 'ledger.bad_legs'],
  [
    'a zero',
    [
      { account: 'a', amount: 0 },
      { account: 'b', amount: 1 },
    ],
    'ledger.bad_legs',
  ],
  [
    'a fraction',
    [
      { account: 'a', amount: 0.5 },
      { account: 'b', amount: -0.5 },
    ],
    'ledger.bad_legs',
  ],
  [
    'an account that pays itself',
    [
      { account: 'a', amount: 5 },
      { account: 'a', amount: -5 },
    ],
    'ledger.bad_legs',
  ],
  [
    'too much',
    [
      { account: 'a', amount: maxAmount + 1 },
      { account: 'b', amount: -1 },
    ],
    'ledger.too_large',
  ],
] as [string, Leg[], string][]) {
  test(`legs are refused: ${name}`, () => {
    assert.throws(() => mergeLegs(legs), code(expected));
  });
}

test('legs must balance in every unit by itself', () => {
  const book = bookOf({ id: 'a' }, { id: 'b' }, { id: 'c', unit: 'CNY' }, { id: 'd', kind: 'debt' });
  checkLegs(book, [
    { account: 'a', amount: 5 },
    { account: 'b', amount: -5 },
  ]);
  const across = [
    { account: 'a', amount: 5 },
    { account: 'c', amount: -5 },
  ];
  assert.throws(() => checkLegs(book, across), code('ledger.unbalanced'));
  assert.throws(() => checkLegs(book, [{ account: 'x', amount: 5 }]), code('ledger.unknown_account'));
  assert.throws(() => checkLegs(book, [{ account: 'd', amount: 5 }]), code('ledger.debt_leg'));
});

test('an account gives what it has and not one unit more', () => {
  const book = bookOf({ id: 'a', balance: 10, postings: 3 }, { id: 'b' });
  const move = (amount: number): Leg[] => [
    { account: 'a', amount: -amount },
    { account: 'b', amount },
  ];
  assert.deepEqual(planEntry(book, move(11), refusing), { ok: false, reason: 'insufficient', account: 'a' });
  assert.deepEqual(balances(book), { a: 10, b: 0 });
  const plan = planEntry(book, move(10), refusing);
  assert.ok(plan.ok);
  assert.deepEqual(plan.postings, [
    { accountId: 'a', amount: -10, seq: 4, balanceAfter: 0 },
    { accountId: 'b', amount: 10, seq: 1, balanceAfter: 10 },
  ]);
});

test('an issuer gives without end and keeps no balance', () => {
  const book = bookOf(issuer, { id: 'z' });
  const plan = planEntry(
    book,
    [
      { account: 'issuer', amount: -500 },
      { account: 'z', amount: 500 },
    ],
    refusing,
  );
  assert.ok(plan.ok);
  assert.deepEqual(plan.postings[0], { accountId: 'issuer', amount: -500, seq: null, balanceAfter: null });
});

test('a closed account takes nothing, except a reversal', () => {
  const book = bookOf(issuer, { id: 'z', closed: true });
  const legs = [
    { account: 'issuer', amount: -5 },
    { account: 'z', amount: 5 },
  ];
  assert.deepEqual(planEntry(book, legs, refusing), { ok: false, reason: 'closed', account: 'z' });
  assert.ok(planEntry(book, legs, reversing).ok);
});

test('what a reversal cannot take becomes a debt; income pays the debt first', () => {
  const book = bookOf({ id: 'a', balance: 30 }, issuer);
  const take = planEntry(
    book,
    [
      { account: 'a', amount: -100 },
      { account: 'issuer', amount: 100 },
    ],
    reversing,
  );
  assert.ok(take.ok);
  assert.deepEqual(take.newDebts, [{ id: 'debt', debtorId: 'a' }]);
  assert.deepEqual(balances(book), { a: 0, issuer: null, debt: -70 });
  const give = (amount: number) =>
    planEntry(
      book,
      [
        { account: 'a', amount },
        { account: 'issuer', amount: -amount },
      ],
      refusing,
    );
  const first = give(50);
  assert.ok(first.ok);
  assert.deepEqual(
    first.postings.map((posting) => [posting.accountId, posting.amount]),
    [
      ['debt', 50],
      ['issuer', -50],
    ],
  );
  give(50);
  assert.deepEqual(balances(book), { a: 30, issuer: null, debt: 0 });
});
