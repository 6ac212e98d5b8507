import type { Origin } from './request.ts';

/** Headers of every answer: nothing is sniffed, framed or loaded from elsewhere. */
export function securityHeaders(origin: Origin): Record<string, string> {
  const secure = origin.url.startsWith('https:');
  // Some Safari versions do not count WebSockets as 'self', so the live channel is named.
  const live = `${origin.url.replace(/^http/, 'ws')}/live`;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      // Ant Design writes its rules into <style> elements.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "manifest-src 'self'",
      `connect-src 'self' ${live}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
