import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOriginReader, isSameOrigin } from './request.ts';

const read = createOriginReader({ trustedProxies: ['10.0.0.0/8', '::1'], publicUrl: undefined, port: 7420 });
const forwarded = new Headers({
  host: 'inner:7420',
  'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.7',
  'x-forwarded-host': 'fair.example',
  'x-forwarded-proto': 'https',
});

test('a trusted proxy is believed: the last address that is not ours, and the outer address', () => {
  assert.deepEqual(read(forwarded, '::ffff:10.1.1.1'), { address: '203.0.113.9', url: 'https://fair.example' });
});

test('anybody else is not: forged headers change nothing', () => {
  assert.deepEqual(read(forwarded, '203.0.113.50'), { address: '203.0.113.50', url: 'http://inner:7420' });
});

test('PUBLIC_URL wins', () => {
  const fixed = createOriginReader({ trustedProxies: [], publicUrl: 'https://fair.example', port: 1 });
  assert.equal(fixed(new Headers({ host: 'x' }), '1.2.3.4').url, 'https://fair.example');
});

test('same origin: by Sec-Fetch-Site, else by Origin; neither is refused', () => {
  const origin = { address: '', url: 'https://fair.example' };
  const is = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), origin);
  assert.ok(is({ 'sec-fetch-site': 'same-origin' }));
  assert.ok(!is({ 'sec-fetch-site': 'cross-site', origin: 'https://fair.example' }));
  assert.ok(is({ origin: 'https://fair.example' }));
  assert.ok(is({ origin: 'http://192.168.1.5:7420', host: '192.168.1.5:7420' }));
  assert.ok(!is({ origin: 'https://evil.example' }));
  assert.ok(!is({ origin: 'null' }));
  assert.ok(!is({}));
});
