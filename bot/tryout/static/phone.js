// A phone on the page: one person's conversation with the bot.

import { Composer } from "./composer.js";
import { Log } from "./log.js";
import { Queue } from "./queue.js";

const UNSENT = "Nog niet verzonden. We proberen het opnieuw.";

/** A message of the bot, not what it changed on one that was there. */
function isNews(line) {
  return line.fromBot && !line.reaction && !line.replaces;
}

export class Phone {
  #around;
  #log;
  #composer;
  #queue;
  #start = "";
  #writer = null;
  #welcome;
  #badge;
  #readKey;
  unread = 0;

  /**
   * `around`: `calendar`, `now()`, `isRead(phone)` whether somebody looks at it, `changed()` when its unread does;
   * `writers`: of a group chat the phones that write in it, else none.
   */
  constructor({ key, person, role, isGroup }, writers, around) {
    this.key = key;
    this.isGroup = isGroup;
    this.person = person;
    this.role = role;
    this.#around = around;
    this.#readKey = `kamerbot-read-${key}`;
    this.element = document.getElementById("phone-template").content.firstElementChild.cloneNode(true);
    this.element.id = key;
    this.element.ariaLabel = isGroup ? `Groepschat ${person}` : `Telefoon van ${person}, ${role}`;
    this.element.classList.toggle("group-chat", isGroup);
    this.element.querySelector(".avatar").textContent = person[0];
    this.element.querySelector(".person").textContent = person;
    this.element.querySelector(".role").textContent = role;
    if (isGroup) this.element.querySelector(".contact span").textContent = `Groep ${person}`;
    this.#badge = this.element.querySelector(".owner .badge");
    this.#welcome = this.element.querySelector(".welcome");
    this.#welcome.querySelector(".welcome-text").textContent = isGroup
      ? "Dit is een groepschat met Kamerbot erin. Eerst doet iedereen mee op de eigen telefoon. Dan koppelt Ahmed deze chat."
      : `Dit is de telefoon van ${person}. Druk op Start: dan begint het gesprek.`;
    this.#welcome.querySelector(".start").textContent = isGroup ? "Koppelen" : "Start";
    this.#showWriters(writers);
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
      isGroup,
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
    this.#afterChange(read === null ? 0 : lines.slice(from).filter(isNews).length);
    if (read === null || this.#around.isRead(this)) this.read();
  }

  /** Shows a line that the server tells of. */
  hear(line) {
    const isNew = this.#log.add(line);
    if (isNew) this.#log.greet(line.id);
    this.#afterChange(this.unread + (isNew && line.fromBot ? 1 : 0));
    if (this.#around.isRead(this)) this.read();
  }

  /** Shows that the bot is making something. */
  expect() {
    this.#log.expect();
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

  #showWriters(writers) {
    const choices = this.element.querySelector(".writers");
    choices.hidden = writers.length === 0;
    for (const writer of writers) {
      const choice = document.createElement("label");
      const input = document.createElement("input");
      Object.assign(input, { type: "radio", name: `writer-${this.key}`, value: writer.key });
      input.addEventListener("change", () => (this.#writer = writer));
      choice.append(input, writer.person);
      choices.append(choice);
      // Who leads the group begins: couples the chat, reports.
      if (!this.#writer || writer.role === "groepstrekker") {
        this.#writer = writer;
        input.checked = true;
      }
    }
  }

  #send(message) {
    const writer = this.#writer ? { writer: this.#writer.key } : {};
    const whole = { id: crypto.randomUUID(), phone: this.key, ...writer, ...message };
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
      author: this.#writer?.person ?? "",
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
