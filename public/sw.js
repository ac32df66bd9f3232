// Hand-written and small: an offline page when there is no network, nothing else is kept. What a member reads is not cached here.
const cacheName = 'pinjam-shell-1';
const shell = ['/offline.html', '/icons/mark.svg', '/icons/offline.css'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (shell.includes(new URL(request.url).pathname)) return event.respondWith(fetch(request).catch(() => caches.match(request)));
  if (request.mode !== 'navigate') return;
  event.respondWith(fetch(request).catch(() => caches.match('/offline.html')));
});
