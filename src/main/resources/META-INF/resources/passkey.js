// Signs in with a passkey: a challenge from the server, an answer from the device, and where to go on.
const button = document.getElementById('passkey');
const stopped = document.getElementById('passkey-stopped');

async function ask(address, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': button.dataset.token },
    body,
  });
  if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/json')) {
    // the page lay open until its session was over
    location.assign('sign-in?expired' + (button.dataset.more ?? ''));
    return new Promise(() => {});
  }
  return answer.json();
}

async function signIn() {
  stopped.hidden = true;
  const challenge = await ask('sign-in/passkey/options');
  let made;
  try {
    made = await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(challenge),
    });
  } catch {
    // refused, too late, or none on this device: the browser does not say which
    stopped.hidden = false;
    return;
  }
  const answer = await ask('sign-in/passkey' + (button.dataset.more ?? '').replace('&', '?'), JSON.stringify(made.toJSON()));
  location.assign(answer.goOn);
}

// only where the browser has it: over https, or on this machine
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  button.hidden = false;
  button.addEventListener('click', signIn);
}
