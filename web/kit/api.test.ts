import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSender } from './api.ts';
import { ApiError, problemFrom } from './problem.ts';

/** A server that answers from a list; an Error in the list is a lost connection. */
function startServer(answers: (Response | Error)[]) {
  const seen: { key: string | null; language: string | null; body: string }[] = [];
  const waits: number[] = [];
  const send = createSender({
    fetch: async (request) => {
      seen.push({
        key: request.headers.get('idempotency-key'),
        language: request.headers.get('accept-language'),
        body: await request.text(),
      });
      const answer = answers.shift();
      if (!answer) throw new Error('asked more often than expected');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    wait: async (ms) => void waits.push(ms),
    newKey: () => 'key-1',
    language: () => 'zh-TW',
    repeats: 3,
  });
  return { send, seen, waits };
}

const post = () => new Request('http://fair.example/api/x', { method: 'POST', body: '{"a":1}' });

test('a write is repeated with the same key and body until it is answered', async () => {
  const server = startServer([
    new TypeError('lost'),
    new Response('', { status: 503 }),
    new Response('{}', { status: 201 }),
  ]);
  const response = await server.send(post());
  assert.equal(response.status, 201);
  assert.deepEqual(
    server.seen,
    Array.from({ length: 3 }, () => ({ key: 'key-1', language: 'zh-TW', body: '{"a":1}' })),
  );
  assert.equal(server.waits.length, 2);
});

test("a caller's own key is kept; a read carries none", async () => {
  const server = startServer([new Response(), new Response()]);
  await server.send(
    new Request('http://fair.example/api/x', { method: 'PUT', headers: { 'idempotency-key': 'mine' } }),
  );
  await server.send(new Request('http://fair.example/api/x'));
  assert.deepEqual(
    server.seen.map(({ key }) => key),
    ['mine', null],
  );
});

test('a refusal is an answer: never repeated', async () => {
  const server = startServer([new Response('{}', { status: 409 })]);
  assert.equal((await server.send(post())).status, 409);
  assert.equal(server.seen.length, 1);
});

test('when every try is lost, the failure says that nothing is known', async () => {
  const server = startServer(Array.from({ length: 4 }, () => new TypeError('lost')));
  await assert.rejects(server.send(post()), (error) => error instanceof ApiError && error.isNetwork);
});

test('problem details become an error with its text; anything else stays readable', () => {
  const response = new Response(null, { status: 429, headers: { 'retry-after': '7' } });
  const known = problemFrom({ code: 'groups.full', detail: '这个群坐满了', requestId: 'r1' }, response);
  assert.deepEqual(
    [known.code, known.detail, known.status, known.retryAfterMs],
    ['groups.full', '这个群坐满了', 429, 7000],
  );
  assert.equal(problemFrom('<html>', new Response(null, { status: 413 })).code, 'unknown');
});
