// What a phone sends, in order: each message is posted until the server answers, also after a reload of the page.

import { Refused, post } from "./server.js";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

export class Queue {
  #key;
  #told;
  #running = false;
  #wake = () => {};

  /** `told` hears `sent(message, answer)`, `stuck(message)` and `refused(message, sentence)`. */
  constructor(phone, told) {
    this.#key = `kamerbot-unsent-${phone}`;
    this.#told = told;
    this.messages = JSON.parse(sessionStorage.getItem(this.#key) ?? "[]");
  }

  add(message) {
    this.#keep([...this.messages, message]);
    this.run();
  }

  clear() {
    this.#keep([]);
  }

  /** Sends what waits, now. */
  async run() {
    this.#wake();
    if (this.#running) return;
    this.#running = true;
    let pause = FIRST_PAUSE;
    while (this.messages.length) {
      const message = this.messages[0];
      try {
        const answer = await post("/tryout/messages", message);
        this.#told.sent(message, answer);
      } catch (error) {
        if (!(error instanceof Refused)) {
          this.#told.stuck(message);
          await this.#rest(pause);
          pause = Math.min(2 * pause, LONGEST_PAUSE);
          continue;
        }
        this.#told.refused(message, error.message);
      }
      pause = FIRST_PAUSE;
      this.#keep(this.messages.filter((other) => other !== message));
    }
    this.#running = false;
  }

  #rest(milliseconds) {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  #keep(messages) {
    this.messages = messages;
    sessionStorage.setItem(this.#key, JSON.stringify(messages));
  }
}
