// The conversation of a phone: its lines in order, its days, its scrolling, its keys.

import {
  buildLine, markPressed, plainText, replaceLine, showReaction, showState, showText, showTime,
} from "./line.js";

const NEAR_END = 48;
const AIR = 8;
const SIGN_TIME = 6_000;
const CONTROLS = "button, a[href]";

export class Log {
  #log;
  #list;
  #toNewest;
  #coming;
  #fading = 0;
  #around;
  #entries = [];
  #current = null;
  #atEnd = true;
  #lastTop = 0;
  #lastHeight = 0;
  #hasNews = false;

  constructor(root, around) {
    this.#log = root.querySelector(".log");
    this.#list = root.querySelector(".lines");
    this.#toNewest = root.querySelector(".to-newest");
    this.#coming = root.querySelector(".coming");
    this.#around = { ...around, quoted: (id) => this.#quoted(id), label: (id, data) => this.#label(id, data) };
    this.#log.ariaLabel = around.isGroup ? `Groepschat ${around.person}` : `Gesprek van ${around.person} met Kamerbot`;
    this.#log.ariaDescription = "Met pijl omhoog en omlaag loop je langs de berichten.";

    this.#log.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = this.#log;
      if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.#atEnd = true;
      // Only a person scrolls up; without that the end has moved away because something was added.
      else if (scrollTop < this.#lastTop) this.#atEnd = false;
      this.#lastTop = scrollTop;
      this.#showWay();
    });
    this.#toNewest.addEventListener("click", () => {
      this.#scrollTo(this.#log.scrollHeight);
      this.#log.focus();
    });
    // The list grows by a message or a loaded picture; the log shrinks when a text box or a keyboard grows.
    new ResizeObserver(() => this.#atEnd && this.#toEnd()).observe(this.#list);
    new ResizeObserver(() => this.#keepEnd()).observe(this.#log);

    this.#log.addEventListener("keydown", (event) => this.#walk(event));
    this.#log.addEventListener("focusin", (event) => this.#makeCurrent(event.target.closest(".line")));
  }

  get lines() {
    return this.#entries.map(({ line }) => line);
  }

  /** Shows these lines and no others. */
  showAll(lines) {
    const hadFocus = this.#list.contains(document.activeElement);
    this.#log.ariaBusy = "true";
    this.#entries = [];
    this.#current = null;
    this.#list.replaceChildren();
    this.#coming.hidden = true;
    for (const line of lines) this.add(line);
    this.#toEnd();
    this.#log.ariaBusy = null;
    if (hadFocus) this.#log.focus();
  }

  /** Adds a line, or its edit, in the place where its time puts it. Returns whether it was new. */
  add(line) {
    if (line.fromBot) this.#coming.hidden = true;
    if (this.#takesPlace(line)) return false;
    const known = this.#find(line.id);
    if (known && line.edited) {
      Object.assign(known.line, { text: line.text, edited: true });
      showText(known.element, known.line, this.#around);
      return false;
    }
    if (known) {
      this.confirm(line.id, line.sentAt);
      return false;
    }
    const element = buildLine(line, this.#around);
    for (const control of element.querySelectorAll(CONTROLS)) control.tabIndex = -1;
    this.#place({ line, element, sentAt: new Date(line.sentAt) });
    this.#markPressed(line);
    if (!this.#log.contains(document.activeElement)) this.#makeCurrent(this.#list.lastElementChild);
    if (!line.fromBot) this.#atEnd = true;
    else if (!this.#atEnd) this.#hasNews = true;
    this.#showWay();
    return true;
  }

  /** The server says when a line was sent: until then the page's own clock decides its place. */
  confirm(id, sentAt) {
    const at = this.#entries.findIndex(({ line }) => line.id === id);
    const entry = this.#entries[at];
    if (!entry || entry.line.sentAt === sentAt) return;
    entry.line.sentAt = sentAt;
    entry.sentAt = new Date(sentAt);
    showTime(entry.element, entry.line, this.#around);
    if (this.#entries[at - 1]?.sentAt > entry.sentAt || this.#entries[at + 1]?.sentAt < entry.sentAt) {
      this.#entries.splice(at, 1);
      this.#showDay(at);
      this.#place(entry);
    } else {
      this.#showDay(at);
      this.#showDay(at + 1);
    }
  }

  /** Marks an own line as "waiting", "unsent", "refused" or "sent". */
  mark(id, state, sentence) {
    const entry = this.#find(id);
    if (entry) showState(entry.element, state, sentence);
  }

  /** Shows that something is coming, until it is there, or for a while: the server tells it again as long as it is so. */
  expect() {
    this.#coming.hidden = false;
    if (this.#atEnd) this.#scrollTo(this.#log.scrollHeight);
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => (this.#coming.hidden = true), SIGN_TIME);
  }

  /** Lets a line that has just arrived be seen to arrive. */
  greet(id) {
    this.#find(id)?.element.classList.add("arriving");
  }

  // A reaction, or a new text for a message of the bot: shown where that message is, if it is there.
  #takesPlace({ replaces, reaction, repliesTo, text, buttons }) {
    const entry = this.#find(replaces || (reaction && repliesTo));
    if (!entry) return false;
    if (replaces) {
      Object.assign(entry.line, { text, buttons });
      replaceLine(entry.element, entry.line, this.#around);
    } else {
      showReaction(entry.element, reaction);
    }
    return true;
  }

  #find(id) {
    return this.#entries.find(({ line }) => line.id === id);
  }

  #place(entry) {
    const place = this.#entries.findLastIndex(({ sentAt }) => sentAt <= entry.sentAt) + 1;
    this.#list.insertBefore(entry.element, this.#entries[place]?.element ?? null);
    this.#entries.splice(place, 0, entry);
    this.#showDay(place);
    this.#showDay(place + 1);
  }

  #quoted(id) {
    const entry = id && this.#find(id);
    return entry ? plainText(entry.line) : "";
  }

  #label(id, data) {
    return this.#find(id)?.line.buttons.find((button) => button.data === data)?.label ?? "Knop";
  }

  #markPressed({ kind, repliesTo, text }) {
    const entry = kind === "button" && this.#find(repliesTo);
    if (!entry) return;
    const at = entry.line.buttons.findIndex((button) => button.data === text);
    markPressed(entry.element.querySelectorAll(".answer")[at]);
  }

  #showDay(place) {
    const entry = this.#entries[place];
    if (!entry) return;
    const { calendar, now } = this.#around;
    const before = this.#entries[place - 1];
    const isNew = !before || calendar.date(before.sentAt) !== calendar.date(entry.sentAt);
    entry.element.querySelector(".day")?.remove();
    entry.element.classList.toggle("new-day", isNew);
    if (!isNew) return;
    const day = document.createElement("p");
    day.className = "day";
    day.textContent = calendar.day(entry.sentAt, now());
    entry.element.prepend(day);
  }

  // To the newest message: its end, or its beginning if it does not fit.
  #toEnd() {
    this.#atEnd = true;
    this.#scrollTo((this.#list.lastElementChild?.offsetTop ?? 0) - AIR);
  }

  #keepEnd() {
    const height = this.#log.clientHeight;
    if (this.#lastHeight === 0) this.#toEnd();
    else this.#scrollTo(this.#log.scrollTop + this.#lastHeight - height);
    this.#lastHeight = height;
  }

  // Remembered, so that it is not taken for a person who scrolls.
  #scrollTo(top) {
    this.#log.scrollTop = top;
    this.#lastTop = this.#log.scrollTop;
    this.#showWay();
  }

  // The button that leads down, as long as there is something below.
  #showWay() {
    const { scrollTop, scrollHeight, clientHeight } = this.#log;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (isAtEnd) this.#hasNews = false;
    this.#toNewest.hidden = isAtEnd;
    const words = this.#toNewest.querySelector("span");
    words.textContent = this.#hasNews ? "Nieuw bericht" : "Verder naar beneden";
    words.className = this.#hasNews ? "" : "visually-hidden";
  }

  // Tab stops at one message only, else the way to the text box would lead past every button ever sent.
  #makeCurrent(element) {
    if (!element || element === this.#current) return;
    for (const control of this.#current?.querySelectorAll(CONTROLS) ?? []) control.tabIndex = -1;
    for (const control of element.querySelectorAll(CONTROLS)) control.tabIndex = 0;
    this.#current = element;
  }

  #walk(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !this.#current) return;
    const inside = this.#current.contains(document.activeElement);
    const at = this.#entries.findIndex(({ element }) => element === this.#current);
    const to = this.#entries[inside ? at + step : at];
    event.preventDefault();
    if (!to) return;
    this.#makeCurrent(to.element);
    const first = to.element.querySelector(".answer") ?? to.element.querySelector(".thing a, .actions button");
    first.focus();
    to.element.scrollIntoView({ block: "nearest" });
  }
}
