// The try-out's clock in the bar, and its buttons.

import { post } from "./server.js";

const TICK = 1_000;

export class Clock {
  #ahead = 0;
  #calendar = null;
  #dayText = document.getElementById("clock-day");
  #shortDayText = document.getElementById("clock-short-day");
  #hourText = document.getElementById("clock-hour");
  #buttons = document.querySelectorAll("[data-step]");

  /** `tell` says a sentence to who cannot see the page, `warn` to everybody. */
  constructor(tell, warn) {
    for (const button of this.#buttons) {
      button.addEventListener("click", () => this.#move(button.dataset.step, tell, warn));
    }
    setInterval(() => this.#show(), TICK);
  }

  now() {
    return new Date(Date.now() + this.#ahead);
  }

  /** It is `now` at the server, to be told in the words of `calendar`. */
  set(now, calendar) {
    this.#ahead = new Date(now) - Date.now();
    this.#calendar = calendar;
    this.#show();
  }

  async #move(step, tell, warn) {
    // Not "disabled": that would take the focus away from the button.
    if (this.#buttons[0].ariaBusy === "true") return;
    for (const button of this.#buttons) button.ariaBusy = "true";
    try {
      const { now } = await post("/tryout/clock", { step });
      const moment = new Date(now);
      tell(`Het is nu ${this.#calendar.date(moment)}, ${this.#calendar.time(moment)} uur.`);
    } catch {
      warn("De klok is niet verzet. Probeer het nog eens.");
    }
    for (const button of this.#buttons) button.ariaBusy = null;
  }

  #show() {
    if (!this.#calendar) return;
    const now = this.now();
    this.#dayText.textContent = this.#calendar.date(now);
    this.#shortDayText.textContent = this.#calendar.shortDay(now);
    this.#hourText.textContent = this.#calendar.time(now);
  }
}
