// Where a person writes: the text box, what the message is about, and the two menus.

import { plainText, snippet } from "./line.js";
import { popup } from "./popup.js";
import { ODD_CHOICES, icon } from "./things.js";

export class Composer {
  #form;
  #text;
  #about;
  #commands;
  #menu = [];
  #subject = null;
  #send;

  /** `send(message)` takes a message without id and phone; `lastOwn()` gives the newest own text, if there is one. */
  constructor(root, person, { send, lastOwn }) {
    this.#form = root.querySelector(".composer");
    this.#text = root.querySelector("textarea");
    this.#about = root.querySelector(".about");
    this.#commands = root.querySelector(".commands");
    this.#send = send;
    this.#text.ariaLabel = `Bericht van ${person}`;

    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#text.value.trim()) this.#submit({ text: this.#text.value }, true);
      this.#text.focus();
    });
    this.#text.addEventListener("input", () => this.#fit());
    this.#text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#form.requestSubmit();
      } else if (event.key === "ArrowUp" && !this.#text.value && lastOwn()) {
        event.preventDefault();
        this.edit(lastOwn());
      }
    });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#drop();
    });
    this.#about.querySelector("button").addEventListener("click", () => {
      this.#drop();
      this.#text.focus();
    });

    popup(root.querySelector(".popup"), () => ODD_CHOICES.map((choice) => ({
      content: [icon(choice.icon), choice.name],
      choose: () => {
        this.#submit(choice.message(this.#text.value.trim()), choice.takesText);
        this.#text.focus();
      },
    })));
    popup(this.#commands, () => this.#menu.map(({ command, description }) => ({
      content: [strong(`/${command}`), description],
      choose: () => {
        this.#submit({ text: `/${command}` }, false);
        this.#text.focus();
      },
    })));
  }

  /** Shows the commands of this chat. */
  set menu(menu) {
    this.#menu = menu;
    this.#commands.hidden = menu.length === 0;
  }

  /** The next message answers this line. */
  reply(line) {
    this.#take("reply", line, "Antwoord op:");
  }

  /** The next message replaces this line's text. */
  edit(line) {
    this.#text.value = line.text;
    this.#take("edit", line, "Bericht bewerken:");
  }

  #take(what, line, title) {
    this.#subject = { what, line };
    this.#about.hidden = false;
    this.#about.querySelector(".about-what").textContent = title;
    this.#about.querySelector(".about-text").textContent = snippet(plainText(line));
    this.#fit();
    this.#text.focus();
  }

  #drop() {
    if (this.#subject?.what === "edit") this.#text.value = "";
    this.#subject = null;
    this.#about.hidden = true;
    this.#fit();
  }

  #submit(message, takesText) {
    const { what, line } = this.#subject ?? {};
    if (what === "edit" && takesText && !message.kind && !message.forwarded) {
      this.#send({ ...message, id: line.id, edit: Date.now() });
    } else if (what === "reply") {
      this.#send({ ...message, repliesTo: line.id, repliesToText: plainText(line) });
    } else {
      this.#send(message);
    }
    if (takesText) this.#text.value = "";
    this.#drop();
  }

  #fit() {
    this.#text.style.height = "auto";
    this.#text.style.height = `${this.#text.scrollHeight}px`;
  }
}

function strong(text) {
  const element = document.createElement("strong");
  element.textContent = text;
  return element;
}
