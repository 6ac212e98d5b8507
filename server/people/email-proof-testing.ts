/** An app with a mail server and doors that ask for an e-mail address, and browsers that knock there. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '../platform/context.ts';
import { settleMails, startTestSmtp, type TestSmtp } from '../platform/mail/testing-smtp.ts';
import { testApp, type TestAnswer, type TestApp } from '../platform/testing.ts';
import { changePeopleSettings, peopleSettings } from './settings.ts';
import { answersOf, openPlace, type Place } from './testing.ts';

/** One minute of the app's clock. */
export const minute = 60_000;

/** The code that a letter carries. */
export const codeIn = (text: string): string => /^ {4}(\d{6})$/m.exec(text.replace(/\r/g, ''))![1]!;

/** A code that is not this one. */
export const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** The step of a door that asks for the address. */
export const emailStep = (answer: TestAnswer) =>
  answer.body.steps?.find((step: { key: string }) => step.key === 'email');

/** Sets whether a community asks for a proven address. */
export async function requireProof(app: TestApp, place: Place, emailProof: 'off' | 'required'): Promise<void> {
  const value = peopleSettings.schema.parse({ emailProof });
  await inTransaction(app.ctx, (ctx) => changePeopleSettings(ctx, place.communityId, value));
}

/** A browser that keeps its cookie. */
export type Browser = ReturnType<typeof makeBrowser>;

function makeBrowser(app: TestApp, peer: string) {
  let cookie = '';
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> => {
    const sent = { ...(cookie ? { cookie, origin: 'http://fair.test' } : {}), ...headers };
    const answer = await app.request('POST', path, { body, headers: sent, peer });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  return {
    headers: () => ({ cookie }),
    askCode: (place: Place, email: string, headers?: Record<string, string>) =>
      send(`/api/join/${place.code}/email`, { email }, headers),
    knock: (place: Place, name: string, code?: string) =>
      send(`/api/join/${place.code}`, { answers: { ...answersOf(name), ...(code ? { email: { code } } : {}) } }),
    look: (place: Place) => app.request('GET', `/api/join/${place.code}`, { headers: { cookie }, peer }),
  };
}

/** What tests of proven addresses work with. */
export interface ProofApp {
  app: TestApp;
  smtp: TestSmtp;
  /** A place whose doors ask for an address. */
  openStrictPlace(wish?: { approval?: boolean }): Promise<Place>;
  /** From a network address of its own unless `peer` says otherwise. */
  openBrowser(peer?: string): Browser;
  newestCode(): string;
  /** Asks for a code, reads the mail, comes in. */
  proveAndKnock(browser: Browser, place: Place, who: { name: string; email: string }): Promise<TestAnswer>;
  count(table: ReturnType<typeof sql>, communityId: string): Promise<number>;
}

/** Starts one, at the top of a test file; it ends with the file. */
export async function openProofApp(): Promise<ProofApp> {
  const smtp = await startTestSmtp();
  after(() => smtp.stop());
  const app = await testApp({ env: { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test' } });
  let peers = 0;
  const newestCode = () => codeIn(smtp.mails.at(-1)!.text);
  return {
    app,
    smtp,
    openStrictPlace: async (wish = {}) => {
      const place = await openPlace(app, wish);
      await requireProof(app, place, 'required');
      return place;
    },
    openBrowser: (peer) => {
      peers += 1;
      return makeBrowser(app, peer ?? `10.${peers >> 8}.${peers & 255}.1`);
    },
    newestCode,
    proveAndKnock: async (browser, place, { name, email }) => {
      assert.equal((await browser.askCode(place, email)).status, 200);
      await settleMails(app);
      return browser.knock(place, name, newestCode());
    },
    count: async (table, communityId) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${table} where community_id = ${communityId}`.execute(
        app.services.database.db,
      );
      return rows[0]!.count;
    },
  };
}
