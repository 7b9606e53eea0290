// Talks to the server: reads, posts, and listens to what happens.

const PATIENCE = 30_000;
const RECONNECT = 2_000;

/** The server understood the request and says no; trying again would not help. */
export class Refused extends Error {}

export async function read(path) {
  const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

export async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (response.status === 413) throw new Refused("Dit bericht is te groot.");
  if (response.status >= 400 && response.status < 500) throw new Refused((await response.json()).error);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

/**
 * Listens to the server and hands over its events one by one, each after the one before is dealt with.
 * "hello" comes first and after every new connection. A handler that fails makes a new connection.
 */
export function listen(handlers, lost) {
  const source = new EventSource("/tryout/events");
  let turn = Promise.resolve();
  let isOver = false;

  const again = () => {
    if (isOver) return;
    isOver = true;
    source.close();
    lost();
    setTimeout(() => listen(handlers, lost), RECONNECT);
  };
  source.addEventListener("error", again);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => {
      turn = turn.then(() => isOver || handle(JSON.parse(event.data))).catch((error) => {
        console.warn(error);
        again();
      });
    });
  }
}
