/*
 * A button that writes (data-kp-busy, the words for "at work") is busy from its click until the server has answered, which
 * it tells by the event kp-done. It stays where the focus is, and further clicks on it come to nothing. What takes longer
 * than a moment is also said to who listens instead of looking.
 */
const SAID_AFTER_MS = 500;

const said = document.createElement('div');
said.className = 'kp-told';
said.setAttribute('role', 'status');
let waiting: ReturnType<typeof setTimeout> | undefined;

function clicked(event: Event): void {
  const button = (event.target as Element | null)?.closest?.('[data-kp-busy]');
  if (!button) {
    return;
  }
  if (button.hasAttribute('aria-busy')) {
    event.stopImmediatePropagation();
    event.preventDefault();
    return;
  }
  button.setAttribute('aria-busy', 'true');
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (button.isConnected && button.hasAttribute('aria-busy')) {
      said.textContent = button.getAttribute('data-kp-busy');
    }
  }, SAID_AFTER_MS);
  button.addEventListener(
    'kp-done',
    () => {
      button.removeAttribute('aria-busy');
      clearTimeout(waiting);
      said.textContent = '';
    },
    { once: true },
  );
}

// before the listeners of the button itself, whoever added them
document.addEventListener('click', clicked, true);
document.body.append(said);

export {};
