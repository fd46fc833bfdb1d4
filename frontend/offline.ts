/*
 * Asks the browser to show a page of ours when Koploper cannot be reached. Its language goes with the address of the
 * worker, so that another language is another worker. Where there is no https there are no workers, and nothing happens.
 */
function register(): void {
  const worker = new URL('sw.js', document.baseURI);
  worker.searchParams.set('lang', document.documentElement.lang);
  // without it everything works as long as there is a network
  navigator.serviceWorker?.register(worker, { updateViaCache: 'none' }).catch(() => undefined);
}

if (document.readyState === 'complete') {
  register();
} else {
  window.addEventListener('load', register);
}

export {};
