// A phone on the page: one person's conversation with the bot.

import { Composer } from "./composer.js";
import { Log } from "./log.js";
import { Queue } from "./queue.js";

const UNSENT = "Nog niet verzonden. We proberen het opnieuw.";

export class Phone {
  #around;
  #log;
  #composer;
  #queue;
  #start = "";
  #welcome;
  #badge;
  #readKey;
  unread = 0;

  /** `around`: `calendar`, `now()`, `isRead(phone)` whether somebody looks at it, `changed()` when its unread does. */
  constructor({ key, person, role }, around) {
    this.key = key;
    this.person = person;
    this.role = role;
    this.#around = around;
    this.#readKey = `kamerbot-read-${key}`;
    this.element = document.getElementById("phone-template").content.firstElementChild.cloneNode(true);
    this.element.id = key;
    this.element.ariaLabel = `Telefoon van ${person}, ${role}`;
    this.element.querySelector(".avatar").textContent = person[0];
    this.element.querySelector(".person").textContent = person;
    this.element.querySelector(".role").textContent = role;
    this.#badge = this.element.querySelector(".owner .badge");
    this.#welcome = this.element.querySelector(".welcome");
    this.#welcome.querySelector(".welcome-text").textContent =
      `Dit is de telefoon van ${person}. Druk op Start: dan begint het gesprek.`;
    this.#welcome.querySelector(".start").addEventListener("click", () => {
      this.#send({ text: this.#start });
      this.element.querySelector("textarea").focus();
    });

    this.#queue = new Queue(key, {
      sent: (message, { sentAt }) => {
        if (!message.edit) this.#log.confirm(message.id, sentAt);
        this.#log.mark(message.id, "sent");
      },
      stuck: (message) => this.#log.mark(message.id, "unsent", UNSENT),
      refused: (message, sentence) => this.#log.mark(message.id, "refused", sentence),
    });
    this.#log = new Log(this.element, {
      person,
      calendar: around.calendar,
      now: around.now,
      reply: (line) => this.#composer.reply(line),
      edit: (line) => this.#composer.edit(line),
      press: (line, button) => this.#send({ kind: "button", text: button.data, repliesTo: line.id }),
      retry: () => this.#queue.run(),
    });
    this.#composer = new Composer(this.element, person, {
      send: (message) => this.#send(message),
      lastOwn: () => this.#log.lines.findLast((line) => !line.fromBot && line.kind === "text" && line.text),
    });
  }

  /** Shows what the server has of this phone, and what it has not got yet. */
  show({ start, lines }) {
    this.#start = start;
    this.#log.showAll(lines);
    for (const message of this.#queue.messages) this.#showOwn(message);
    this.#queue.run();
    const read = localStorage.getItem(this.#readKey);
    const from = lines.findLastIndex((line) => line.id === read) + 1;
    this.#afterChange(read === null ? 0 : lines.slice(from).filter((line) => line.fromBot).length);
    if (read === null || this.#around.isRead(this)) this.read();
  }

  /** Shows a line that the server tells of. */
  hear(line) {
    const isNew = this.#log.add(line);
    if (isNew) this.#log.greet(line.id);
    this.#afterChange(this.unread + (isNew && line.fromBot ? 1 : 0));
    if (this.#around.isRead(this)) this.read();
  }

  /** Somebody has seen all that is there. */
  read() {
    const newest = this.#log.lines.findLast((line) => line.fromBot);
    localStorage.setItem(this.#readKey, newest?.id ?? "");
    this.#afterChange(0);
  }

  /** Forgets what was on its way and what was read. */
  forget() {
    this.#queue.clear();
    localStorage.setItem(this.#readKey, "");
  }

  #send(message) {
    const whole = { id: crypto.randomUUID(), phone: this.key, ...message };
    this.#showOwn(whole);
    this.#log.greet(whole.id);
    this.#queue.add(whole);
    this.#afterChange(this.unread);
  }

  #showOwn(message) {
    // The page's clock may be a little behind the server's: what is sent now still comes last.
    const sentAt = Math.max(this.#around.now(), new Date(this.#log.lines.at(-1)?.sentAt ?? 0));
    this.#log.add({
      kind: "text",
      buttons: [],
      menu: [],
      repliesTo: "",
      ...message,
      fromBot: false,
      edited: Boolean(message.edit),
      sentAt: new Date(sentAt).toISOString(),
    });
    this.#log.mark(message.id, "waiting");
  }

  #afterChange(unread) {
    this.unread = unread;
    this.#badge.hidden = unread === 0;
    this.#badge.textContent = unread === 1 ? "1 nieuw" : `${unread} nieuw`;
    const lines = this.#log.lines;
    this.#welcome.hidden = lines.length > 0;
    this.#composer.menu = lines.findLast((line) => line.menu.length)?.menu ?? [];
    this.#around.changed();
  }
}
