// The part of the members' app that a push wakes: shows one line, and opens the talk when it is touched. It keeps no pages: the app
// itself is small and its files are cached by the browser.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const told = event.data?.json();
  if (told) event.waitUntil(show(told));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.url));
});

async function show({ title, body, url, tag }) {
  const pages = await self.clients.matchAll({ type: 'window' });
  const path = new URL(url, self.location.origin).pathname;
  // Who is looking at this talk sees it anyway.
  if (pages.some((page) => page.focused && new URL(page.url).pathname === path)) return;
  // One line for each group: a newer one takes the place of the older.
  await self.registration.showNotification(title, { body, tag, renotify: true, data: { url } });
}

async function open(url) {
  const target = new URL(url, self.location.origin);
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find((page) => new URL(page.url).pathname === target.pathname);
  if (there) return there.focus();
  return self.clients.openWindow(target.href);
}
