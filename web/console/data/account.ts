import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';

/** Whether this installation still waits for its first operator. */
export function useSetupOpen(enabled: boolean) {
  return useQuery<{ open: boolean }, ApiError>({
    queryKey: ['setup'],
    queryFn: () => answerOf<{ open: boolean }>(api.GET('/api/setup', {})),
    enabled,
  });
}

/** Makes the first operator of the installation, who is then signed in. */
export function setUp(body: { token: string; name: string; email: string; password: string }): Promise<unknown> {
  return answerOf<unknown>(api.POST('/api/setup', { body }));
}

/** What signing in leads to: inside, or the second step. */
export interface SignedIn {
  state: 'signed_in' | 'two_factor_needed';
}

/** First step of signing in. */
export function signIn(email: string, password: string): Promise<SignedIn> {
  return answerOf<SignedIn>(api.POST('/api/auth/sign-in/email', { body: { email, password } }));
}

/** Second step: a code of the authenticator app, or one of the backup codes. */
export function signInSecondStep(code: string, kind: 'totp' | 'backup'): Promise<SignedIn> {
  const init = { body: { code } };
  return answerOf<SignedIn>(
    kind === 'totp'
      ? api.POST('/api/auth/two-factor/verify-totp', init)
      : api.POST('/api/auth/two-factor/verify-backup-code', init),
  );
}

/** Signs out, leaves the page, and forgets everything that was shown. */
export function useSignOut(leave: () => void | Promise<void>) {
  const queries = useQueryClient();
  return async () => {
    await answerOf<unknown>(api.POST('/api/auth/sign-out', { body: {} }));
    await leave();
    queries.clear();
  };
}

/** Whether a forgotten password can be helped by mail here. */
export function usePasswordMail() {
  return useQuery<{ possible: boolean }, ApiError>({
    queryKey: ['password-mail'],
    queryFn: () => answerOf<{ possible: boolean }>(api.GET('/api/password-mails', {})),
  });
}

/** Asks for a link by mail; the answer is the same whether the address has an account or not. */
export function askForPasswordMail(email: string): Promise<unknown> {
  return answerOf<unknown>(api.POST('/api/password-mails', { body: { email } }));
}

/** Whose password link it is. */
export function usePasswordLink(token: string) {
  return useQuery<{ name: string; email: string }, ApiError>({
    queryKey: ['password-link', token],
    queryFn: () =>
      answerOf<{ name: string; email: string }>(
        api.GET('/api/password-links/{token}', { params: { path: { token } } }),
      ),
    retry: false,
  });
}

/** Chooses the password with a link. */
export function choosePassword(token: string, password: string): Promise<unknown> {
  return answerOf<unknown>(
    api.POST('/api/password-links/{token}', { params: { path: { token } }, body: { password } }),
  );
}

/** Changes the name that the team sees. */
export function useRenameMe() {
  return useChange((name: string) => answerOf<unknown>(api.PATCH('/api/me', { body: { name } })), [['me'], ['team']]);
}

/** Changes the password; other browsers are signed out. */
export function useChangePassword() {
  return useChange(
    (body: { currentPassword: string; newPassword: string }) =>
      answerOf<unknown>(api.POST('/api/me/password', { body })),
    [['sessions']],
  );
}

/** One signed-in browser. */
export interface Session {
  id: string;
  userAgent: string | null;
  createdAt: string;
  usedAt: string;
  current: boolean;
}

/** All browsers in which this operator is signed in. */
export function useSessions() {
  return useQuery<{ items: Session[] }, ApiError>({
    queryKey: ['sessions'],
    queryFn: () => answerOf<{ items: Session[] }>(api.GET('/api/me/sessions', {})),
  });
}

/** Signs one other browser out. */
export function useEndSession() {
  return useChange(
    (sessionId: string) =>
      answerOf<unknown>(api.DELETE('/api/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
    [['sessions']],
  );
}

/** What switching two-factor on begins with; shown once. */
export interface TwoFactorStart {
  uri: string;
  secret: string;
  backupCodes: string[];
}

/** Starts, proves, stops two-factor, and renews the backup codes. */
export function useTwoFactor() {
  const keys = [['me'], ['sessions']];
  return {
    start: useChange(
      (password: string) => answerOf<TwoFactorStart>(api.POST('/api/me/two-factor', { body: { password } })),
      [],
    ),
    confirm: useChange(
      (code: string) => answerOf<unknown>(api.POST('/api/me/two-factor/confirm', { body: { code } })),
      keys,
    ),
    stop: useChange(
      (password: string) => answerOf<unknown>(api.POST('/api/me/two-factor/stop', { body: { password } })),
      keys,
    ),
    renew: useChange(
      (password: string) =>
        answerOf<{ backupCodes: string[] }>(api.POST('/api/me/two-factor/backup-codes', { body: { password } })),
      [],
    ),
  };
}
